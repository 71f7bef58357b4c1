package de.qapix.postgres;

import java.sql.SQLException;
import java.util.List;

/** That none of the hosts of an address could be used, and why each of them. */
public final class UnreachableException extends SQLException {

  private static final long serialVersionUID = 1L;

  private static final String UNABLE_TO_CONNECT = "08001";

  private final transient List<FailedAttempt> attempts;

  /**
   * @param attempts at least one
   */
  UnreachableException(List<FailedAttempt> attempts, Throwable last) {
    super(attempts.toString(), UNABLE_TO_CONNECT, last);
    this.attempts = List.copyOf(attempts);
  }

  /** In the order in which they were made. */
  public List<FailedAttempt> attempts() {
    return attempts;
  }
}
