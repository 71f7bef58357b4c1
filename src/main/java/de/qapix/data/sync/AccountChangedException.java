package de.qapix.data.sync;

import de.qapix.data.api.ApiException;

/** The token belongs to somebody else, or may see more or less, than a run remembered. */
final class AccountChangedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  AccountChangedException(Throwable cause) {
    super("the account is not what it was", cause);
  }

  /** Another role shows itself in what a list answers, perhaps before the API says who we are. */
  static boolean mayShowIn(RuntimeException failure) {
    return failure instanceof ApiException refusal
        && switch (refusal.kind()) {
          case FORBIDDEN, SCOPE_MISSING, PLAN_MISSING, NOT_FOUND, INVALID -> true;
          default -> false;
        };
  }
}
