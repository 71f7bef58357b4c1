package de.qapix.migrate;

import de.qapix.sql.Action;
import de.qapix.sql.SqlStatement;
import java.util.List;
import java.util.stream.Stream;

/**
 * A part of a migration that is done at once.
 *
 * @param first the number of its first statement among the works of its script, from 1
 */
record MigrationStep(Kind kind, int first, List<SqlStatement> statements) {

  /** How a step is done. */
  enum Kind {
    /** Counts for the session. */
    SETTING,
    /** All in one transaction. */
    TOGETHER,
    /** One statement that no other may share a transaction with. */
    APART
  }

  MigrationStep {
    statements = List.copyOf(statements);
  }

  static Kind kind(SqlStatement statement) {
    Action action = statement.action();
    if (action instanceof Action.Setting) {
      return Kind.SETTING;
    }
    return action instanceof Action.Ordinary ? Kind.TOGETHER : Kind.APART;
  }

  /** Whether the next one can be done in the same transaction. */
  boolean takes(MigrationStep next) {
    return kind == Kind.TOGETHER && next.kind == Kind.TOGETHER;
  }

  MigrationStep with(MigrationStep next) {
    return new MigrationStep(
        kind, first, Stream.concat(statements.stream(), next.statements.stream()).toList());
  }

  /** The only statement, or the first one. */
  SqlStatement statement() {
    return statements.get(0);
  }
}
