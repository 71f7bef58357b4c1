package de.qapix.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Runs scripts on one connection that sends what it gets as it is. A script is one transaction,
 * unless it makes its own or has a statement that bears none: then its statements run one by one.
 */
final class ScriptRunner {

  /** Not in a transaction; a new enum value before the transaction that made it has ended. */
  private static final Set<String> NEEDS_NO_TRANSACTION = Set.of("25001", "55P04");

  private final Connection connection;

  ScriptRunner(Connection connection) {
    this.connection = connection;
  }

  void run(MigrationScript script) {
    List<ScriptStatement> statements = ScriptStatements.of(script.sql());
    if (statements.stream().anyMatch(ScriptStatement::controlsTransaction)) {
      oneByOne(script, statements);
      return;
    }
    try {
      execute(script.sql());
    } catch (SQLException failure) {
      if (NEEDS_NO_TRANSACTION.contains(String.valueOf(failure.getSQLState()))) {
        oneByOne(script, statements);
        return;
      }
      throw located(script, statements, failure);
    }
  }

  private void oneByOne(MigrationScript script, List<ScriptStatement> statements) {
    for (ScriptStatement statement : statements) {
      try {
        execute(statement.sql());
      } catch (SQLException failure) {
        throw refused(script, statement.start(), failure);
      }
    }
    finish("commit");
  }

  /** Many errors have no position: then the statements run once more until one of them fails. */
  private ScratchException located(
      MigrationScript script, List<ScriptStatement> statements, SQLException failure) {
    if (position(failure) > 0 || statements.isEmpty()) {
      return refused(script, 0, failure);
    }
    finish("begin");
    int start = statements.get(0).start();
    for (ScriptStatement statement : statements) {
      try {
        start = statement.start();
        execute(statement.sql());
      } catch (SQLException again) {
        break;
      }
    }
    return refused(script, start, failure);
  }

  /** Where the connection is broken there is nothing to begin or to end. */
  private void finish(String statement) {
    try {
      execute(statement);
    } catch (SQLException broken) {
      assert broken != null;
    }
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    }
  }

  private static ScratchException refused(MigrationScript script, int start, SQLException failure) {
    int index = start;
    int position = position(failure);
    if (position > 0) {
      String sql = script.sql();
      int left = sql.codePointCount(start, sql.length());
      index = sql.offsetByCodePoints(start, Math.min(position - 1, left));
    }
    return new ScratchException(
        ScratchException.Kind.REFUSED,
        script,
        TextPlace.at(script.sql(), index),
        server(failure).map(ServerErrorMessage::getMessage).orElse(failure.getMessage()),
        String.valueOf(failure.getSQLState()),
        failure);
  }

  private static int position(SQLException failure) {
    return server(failure).map(ServerErrorMessage::getPosition).orElse(0);
  }

  private static Optional<ServerErrorMessage> server(SQLException failure) {
    return failure instanceof PSQLException postgres
        ? Optional.ofNullable(postgres.getServerErrorMessage())
        : Optional.empty();
  }
}
