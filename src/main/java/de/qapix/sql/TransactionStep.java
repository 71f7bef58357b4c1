package de.qapix.sql;

/** What a statement does to the transaction itself. */
public enum TransactionStep {
  /** Begins one. */
  BEGIN,
  /** Keeps what it did. */
  COMMIT,
  /** Takes it back. */
  ROLLBACK,
  /** Savepoints, what belongs to two-phase commit, and what cannot be behind a savepoint. */
  OTHER,
  /** Nothing: it is a statement like others. */
  NONE;

  /** The step that a statement is. */
  public static TransactionStep of(SqlStatement statement) {
    SqlTokens words = new SqlTokens(statement.tokens());
    if (words.accept("begin") || words.accept("start", "transaction")) {
      return BEGIN;
    }
    if (words.acceptAny("commit", "end")) {
      return words.accept("prepared") ? OTHER : COMMIT;
    }
    if (words.acceptAny("rollback", "abort")) {
      words.acceptAny("work", "transaction");
      return words.acceptAny("prepared", "to") ? OTHER : ROLLBACK;
    }
    boolean other =
        words.acceptAny("savepoint", "release")
            || words.accept("prepare", "transaction")
            || words.accept("set", "transaction");
    return other ? OTHER : NONE;
  }
}
