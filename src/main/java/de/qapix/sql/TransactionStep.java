package de.qapix.lint;

import de.qapix.sql.SqlStatement;
import de.qapix.sql.Words;

/** What a statement does to the transaction itself. */
enum TransactionStep {
  BEGIN,
  COMMIT,
  ROLLBACK,
  /** Savepoints and what belongs to two-phase commit. */
  OTHER,
  /** Nothing: it is a statement like others. */
  NONE;

  static TransactionStep of(SqlStatement statement) {
    Words words = new Words(statement.tokens());
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
        words.acceptAny("savepoint", "release") || words.accept("prepare", "transaction");
    return other ? OTHER : NONE;
  }
}
