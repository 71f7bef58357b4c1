package de.qapix.sync;

/** The token belongs to somebody else, or may see more or less, than a run remembered. */
final class AccountChangedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  AccountChangedException(Throwable cause) {
    super("the account is not what it was", cause);
  }
}
