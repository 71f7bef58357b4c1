package de.qapix.checks.script;

/** How the tool of a migration sends its text to the server. */
public enum Sending {
  /** All of it as one query, which is a transaction unless it is a single statement. */
  ONE_QUERY,
  /** In a transaction. */
  TRANSACTION,
  /** In one transaction with all others that are pending. */
  SHARED_TRANSACTION,
  /**
   * The same as {@link #TRANSACTION}, but for statements that bear none: those go alone, one after
   * the other.
   */
  TRANSACTION_OR_ALONE,
  /** Each statement by itself. */
  SINGLE_STATEMENTS,
  /** It is not known whose it is: one of these ways is enough. */
  ANY;

  /** Whether a script is sent between BEGIN and COMMIT. */
  boolean isTransaction() {
    return this == TRANSACTION || this == SHARED_TRANSACTION || this == TRANSACTION_OR_ALONE;
  }

  /** Whether the tool gives up where the server says that something bears no transaction. */
  boolean forbids(String state) {
    return switch (this) {
      case ONE_QUERY, TRANSACTION, SHARED_TRANSACTION -> true;
      case TRANSACTION_OR_ALONE -> state.equals(Refusals.NEW_ENUM_VALUE);
      case SINGLE_STATEMENTS, ANY -> false;
    };
  }
}
