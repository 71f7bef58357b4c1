package de.qapix.checks.scratch;

import de.qapix.checks.finding.Place;
import de.qapix.checks.text.SourceText;
import de.qapix.sql.ServerRefusal;
import de.qapix.sql.SqlStatement;
import de.qapix.sql.SqlStatements;
import de.qapix.sql.TransactionStep;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs scripts on one connection that sends what it gets as it is. A script is one transaction,
 * unless it makes its own or has a statement that bears none: then its statements run one by one.
 */
final class ScriptRunner {

  /** Not in a transaction; a new enum value before the transaction that made it has ended. */
  private static final Set<String> NEEDS_NO_TRANSACTION = Set.of("25001", "55P04");

  private static final Pattern PSQL_COMMAND = Pattern.compile("\\\\\\S+");

  private final Connection connection;
  private final ScratchRoles roles;

  ScriptRunner(Connection connection, ScratchRoles roles) {
    this.connection = connection;
    this.roles = roles;
  }

  void run(FolderScript script) throws SQLException {
    List<SqlStatement> statements = SqlStatements.of(script.sql());
    if (statements.stream().anyMatch(one -> TransactionStep.of(one) != TransactionStep.NONE)) {
      oneByOne(script, statements);
      return;
    }
    try {
      execute(script.sql());
    } catch (SQLException failure) {
      if (roles.standIn(failure, connection)) {
        run(script);
        return;
      }
      if (NEEDS_NO_TRANSACTION.contains(ServerRefusal.of(failure).state())) {
        oneByOne(script, statements);
        return;
      }
      throw located(script, statements, failure);
    }
  }

  private void oneByOne(FolderScript script, List<SqlStatement> statements) throws SQLException {
    int begun = -1;
    for (int next = 0; next < statements.size(); next++) {
      SqlStatement statement = statements.get(next);
      try {
        execute(statement.text());
        begun = begun(TransactionStep.of(statement), next, begun);
      } catch (SQLException failure) {
        finish("rollback");
        if (!roles.standIn(failure, connection)) {
          throw refused(script, statement.offset(), failure);
        }
        next = (begun < 0 ? next : begun) - 1;
      }
    }
    try {
      execute("commit");
    } catch (SQLException failure) {
      // Constraints that are deferred speak up here.
      throw refused(script, statements.get(statements.size() - 1).offset(), failure);
    }
  }

  /** The statement that began the transaction in which the next one runs; -1 for none. */
  private static int begun(TransactionStep step, int index, int before) {
    return switch (step) {
      case BEGIN -> before < 0 ? index : before;
      case COMMIT, ROLLBACK -> -1;
      default -> before;
    };
  }

  /** Many errors have no position: then the statements run once more until one of them fails. */
  private ScratchException located(
      FolderScript script, List<SqlStatement> statements, SQLException failure) {
    if (ServerRefusal.of(failure).position() > 0 || statements.isEmpty()) {
      return refused(script, 0, failure);
    }
    finish("begin");
    int start = statements.get(0).offset();
    for (SqlStatement statement : statements) {
      try {
        start = statement.offset();
        execute(statement.text());
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

  private static ScratchException refused(FolderScript script, int start, SQLException failure) {
    ServerRefusal refusal = ServerRefusal.of(failure);
    int index = start + refusal.offsetIn(script.sql().substring(start));
    Matcher command = PSQL_COMMAND.matcher(script.sql()).region(index, script.sql().length());
    Place place = new SourceText(script.file().toString(), script.sql()).place(index, index);
    return refusal.isSyntaxError() && command.lookingAt()
        ? new ScratchException(
            ScratchException.Kind.PSQL_COMMAND,
            script,
            place,
            new ServerRefusal(refusal.state(), command.group(), 0),
            failure)
        : new ScratchException(ScratchException.Kind.REFUSED, script, place, refusal, failure);
  }
}
