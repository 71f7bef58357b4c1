package de.qapix.checks.script;

import de.qapix.sql.ServerRefusal;
import java.sql.SQLException;

/** Sends scripts as a whole, in the way of their tool. */
final class WholeRun {

  private static final String SAVEPOINT = "qapix_before_the_script";

  private final ScriptConnection connection;
  private final ScriptNotes notes;

  /** In a transaction with others, the last of these. */
  private FolderScript last;

  private boolean open;

  WholeRun(ScriptConnection connection, ScriptNotes notes) {
    this.connection = connection;
    this.notes = notes;
  }

  /**
   * Whether it has worked; if not, nothing of it is left.
   *
   * @param sql what of the script is run
   */
  boolean run(FolderScript script, String sql) throws SQLException {
    return script.sending() == Sending.SHARED_TRANSACTION
        ? together(script, sql)
        : alone(script, sql);
  }

  /** What the server refuses only behind others is noted, as the tool cannot apply all at once. */
  private boolean together(FolderScript script, String sql) throws SQLException {
    last = script;
    if (!open) {
      connection.execute("begin");
      open = true;
    }
    connection.execute("savepoint " + SAVEPOINT);
    try {
      connection.execute(sql);
      connection.execute("release savepoint " + SAVEPOINT);
      return true;
    } catch (SQLException failure) {
      requireConnection(script, sql, failure);
      connection.execute("rollback to savepoint " + SAVEPOINT);
      finish();
      boolean works = alone(script, sql);
      ServerRefusal refusal = ServerRefusal.of(failure);
      if (works && Refusals.needsNoTransaction(refusal)) {
        notes.add(ScriptNote.Kind.WITH_OTHERS, script, 0, refusal);
      }
      return works;
    }
  }

  private boolean alone(FolderScript script, String sql) throws SQLException {
    boolean transaction = script.sending().isTransaction();
    try {
      if (transaction) {
        connection.execute("begin");
      }
      connection.execute(sql);
      if (transaction) {
        connection.execute("commit");
      }
      return true;
    } catch (SQLException failure) {
      requireConnection(script, sql, failure);
      connection.execute("rollback");
      return false;
    }
  }

  private void requireConnection(FolderScript script, String sql, SQLException failure)
      throws SQLException {
    if (connection.isBroken()) {
      throw Refusals.of(script, sql, 0, failure);
    }
  }

  /** Keeps what has been done in a transaction with others. */
  void finish() throws SQLException {
    if (!open) {
      return;
    }
    open = false;
    try {
      connection.execute("commit");
    } catch (SQLException failure) {
      throw Refusals.of(last, last.sql(), 0, failure);
    }
  }
}
