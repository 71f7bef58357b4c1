package de.qapix.checks.lint;

import de.qapix.sql.SqlTokens;
import java.util.Optional;

/**
 * Reads the statementStart of statements about tables; the words that follow are the next ones
 * then.
 */
final class TableStatement {

  private TableStatement() {}

  /** The name behind ALTER TABLE. */
  static Optional<String> altered(SqlTokens words) {
    if (!words.accept("alter", "table")) {
      return Optional.empty();
    }
    words.accept("if", "exists");
    words.accept("only");
    Optional<String> name = words.takeName();
    words.acceptSymbol('*');
    return name;
  }

  /** The name behind CREATE TABLE. */
  static Optional<String> created(SqlTokens words) {
    if (!words.accept("create")) {
      return Optional.empty();
    }
    words.acceptAny("global", "local");
    words.acceptAny("temporary", "temp", "unlogged");
    if (!words.accept("table")) {
      return Optional.empty();
    }
    words.accept("if", "not", "exists");
    return words.takeName();
  }
}
