package de.qapix.checks.script;

import static de.qapix.checks.script.ScriptNote.Kind.NOT_CHECKED;

import de.qapix.sql.ServerRefusal;
import de.qapix.sql.SqlLexer;
import de.qapix.sql.SqlStatement;
import de.qapix.sql.Token;
import de.qapix.sql.TransactionStep;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Runs the statements of a script one by one, so that one that fails can be tried again. */
final class StatementRun {

  private static final String SAVEPOINT = "qapix_before_the_statement";

  /** Whose transaction is open. */
  private enum Open {
    NONE,
    /** The tool's. */
    OURS,
    /** One that the script has begun. */
    THEIRS
  }

  private final ScriptConnection connection;
  private final FolderScript script;
  private final String sql;
  private final StandIns standIns;
  private final ScriptNotes notes;
  private Open open = Open.NONE;

  /**
   * @param sql what of the script is run
   */
  StatementRun(
      ScriptConnection connection,
      FolderScript script,
      String sql,
      StandIns standIns,
      ScriptNotes notes) {
    this.connection = connection;
    this.script = script;
    this.sql = sql;
    this.standIns = standIns;
    this.notes = notes;
  }

  /**
   * Runs them all.
   *
   * @param within whether the tool does it in a transaction
   */
  void run(List<SqlStatement> statements, boolean within) throws SQLException {
    for (SqlStatement statement : statements) {
      if (within && open == Open.NONE) {
        connection.execute("begin");
        open = Open.OURS;
      }
      step(statement);
    }
    // Also where COMMIT AND CHAIN has begun one.
    if (!statements.isEmpty()) {
      commit(statements.get(statements.size() - 1).offset());
    }
  }

  private void step(SqlStatement statement) throws SQLException {
    SqlStatement attempt = statement;
    while (true) {
      try {
        execute(attempt);
        return;
      } catch (SQLException failure) {
        if (connection.isBroken()) {
          throw refused(statement.offset(), failure);
        }
        takeBack();
        Optional<String> instead = standIns.remedy(attempt, failure);
        if (instead.isPresent()) {
          attempt = as(statement, instead.get());
        } else if (!runsOutside(attempt, failure)) {
          leaveOut(statement, failure);
          return;
        } else if (open == Open.NONE) {
          return;
        }
      }
    }
  }

  /** Other text in the place of a statement. */
  private static SqlStatement as(SqlStatement statement, String text) {
    int start = statement.offset();
    List<Token> tokens =
        SqlLexer.tokens(text).stream()
            .filter(token -> token.kind() != Token.Kind.COMMENT)
            .map(token -> new Token(token.kind(), token.text(), token.offset() + start))
            .toList();
    return new SqlStatement(text, start, statement.line(), tokens);
  }

  private void execute(SqlStatement statement) throws SQLException {
    TransactionStep step = TransactionStep.of(statement);
    boolean saved = open != Open.NONE && step == TransactionStep.NONE;
    if (saved) {
      connection.execute("savepoint " + SAVEPOINT);
    }
    connection.execute(statement.text());
    if (saved) {
      connection.execute("release savepoint " + SAVEPOINT);
    }
    open =
        switch (step) {
          case BEGIN -> open == Open.NONE ? Open.THEIRS : open;
          case COMMIT, ROLLBACK -> Open.NONE;
          default -> open;
        };
  }

  private void takeBack() throws SQLException {
    if (open == Open.NONE) {
      connection.execute("rollback");
      return;
    }
    try {
      connection.execute("rollback to savepoint " + SAVEPOINT);
    } catch (SQLException none) {
      // The script has ended the transaction, or it failed at one of its own steps.
      connection.execute("rollback");
      open = Open.NONE;
    }
  }

  /**
   * Whether that was the transaction's fault; then it has been committed. A statement that bears
   * none has run, and one that needs a new value of an enum finds it in the next transaction.
   */
  private boolean runsOutside(SqlStatement statement, SQLException failure) throws SQLException {
    ServerRefusal refusal = ServerRefusal.of(failure);
    if (open != Open.OURS || !Refusals.needsNoTransaction(refusal)) {
      return false;
    }
    notes.addTransaction(script, statement.offset(), refusal);
    commit(statement.offset());
    if (refusal.state().equals(Refusals.NEW_ENUM_VALUE)) {
      connection.execute("begin");
      open = Open.OURS;
      return true;
    }
    try {
      connection.execute(statement.text());
    } catch (SQLException again) {
      connection.execute("rollback");
      leaveOut(statement, again);
    }
    return true;
  }

  private void leaveOut(SqlStatement statement, SQLException failure) throws SQLException {
    ServerRefusal refusal = ServerRefusal.of(failure);
    if (!isOurs(refusal)) {
      throw refused(statement.offset(), failure);
    }
    notes.add(NOT_CHECKED, script, statement.offset(), refusal);
  }

  /** Whether it may be due to the stand-ins, or to what is missing for want of others. */
  private boolean isOurs(ServerRefusal refusal) throws SQLException {
    if (Refusals.isOurs(refusal)
        || (Refusals.mayComeOfStandIn(refusal) && standIns.are(StandInExtensions.ANY))) {
      return true;
    }
    return Refusals.missesSomething(refusal)
        && (notes.isIncomplete() || standIns.are(StandInExtensions.EMPTY));
  }

  /** Constraints that are deferred speak up here. */
  private void commit(int offset) throws SQLException {
    open = Open.NONE;
    try {
      connection.execute("commit");
    } catch (SQLException failure) {
      throw refused(offset, failure);
    }
  }

  private ScratchException refused(int start, SQLException failure) {
    return Refusals.of(script, sql, start, failure);
  }
}
