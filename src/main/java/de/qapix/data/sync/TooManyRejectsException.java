package de.qapix.data.sync;

/** More records were rejected than a sweep bears; what was written before stays. */
public final class TooManyRejectsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final long rejected;
  private final int limit;
  private final String lastReason;

  TooManyRejectsException(long rejected, int limit, String lastReason) {
    super(
        rejected
            + " records rejected, limit "
            + limit
            + (lastReason.isEmpty() ? "" : ", last: " + lastReason));
    this.rejected = rejected;
    this.limit = limit;
    this.lastReason = lastReason;
  }

  public long rejected() {
    return rejected;
  }

  public int limit() {
    return limit;
  }

  /** Why the last of them was rejected; empty where that is not known any longer. */
  public String lastReason() {
    return lastReason;
  }
}
