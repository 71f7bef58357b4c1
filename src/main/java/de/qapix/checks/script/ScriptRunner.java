package de.qapix.checks.script;

import static de.qapix.checks.script.ScriptNote.Kind.LEFT_OUT;
import static de.qapix.checks.script.ScriptNote.Kind.PLATFORM;
import static java.util.stream.Collectors.joining;

import de.qapix.sql.Restricted;
import de.qapix.sql.SqlStatement;
import de.qapix.sql.SqlStatements;
import de.qapix.sql.Token;
import de.qapix.sql.TransactionStep;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/**
 * Runs scripts on one connection that sends what it gets as it is, in the way of their tool. Where
 * that fails, the statements run one by one: what is missing here alone is stood in for, and what
 * bears no transaction runs outside of it, but is noted where the tool would not do that.
 */
public final class ScriptRunner {

  private final ScriptConnection connection;
  private final ScriptNotes notes;
  private final Platform platform;
  private final StandIns standIns;
  private final WholeRun whole;
  private FolderScript running;

  /**
   * @param scripts all that may be run
   * @param incomplete whether something that they need cannot be there
   */
  public ScriptRunner(
      ScriptConnection connection,
      ScratchRoles roles,
      Collection<FolderScript> scripts,
      boolean incomplete) {
    this.connection = connection;
    this.notes = new ScriptNotes(incomplete);
    this.platform = new Platform(scripts, name -> notes.add(PLATFORM, running, 0, name, ""));
    this.whole = new WholeRun(connection, notes);
    this.standIns = new StandIns(connection.connection(), roles, platform);
  }

  /** What is to be known of what has run. */
  public List<ScriptNote> notes() {
    return notes.all();
  }

  /** What the search path of each script has at its end, after a comma. */
  public String searched() {
    return platform.searched();
  }

  /**
   * Applies a script.
   *
   * @throws ScratchException when the server refuses it
   */
  public void run(FolderScript script) throws SQLException {
    running = script;
    if (platform.isSure()) {
      platform.make(connection.connection());
    }
    List<SqlStatement> all = SqlStatements.of(script.sql());
    List<StandIns.Replaced> replaced = StandIns.restricted(all);
    replaced.forEach(this::note);
    String sql = standIns.replace(script.sql(), replaced);
    List<SqlStatement> statements = replaced.isEmpty() ? all : SqlStatements.of(sql);
    boolean steps =
        statements.stream().anyMatch(one -> TransactionStep.of(one) != TransactionStep.NONE);
    boolean single = script.sending() == Sending.SINGLE_STATEMENTS;
    if (steps || single || !whole.run(script, sql)) {
      whole.finish();
      boolean alone = single || (steps && script.sending() == Sending.ANY);
      new StatementRun(connection, script, sql, standIns, notes)
          .run(statements, !alone && isTransaction(script.sending(), statements));
    }
  }

  /**
   * To be called when all have run, for some are kept together.
   *
   * @throws ScratchException when the server refuses that
   */
  public void finish() throws SQLException {
    whole.finish();
  }

  private void note(StandIns.Replaced one) {
    Restricted.Kind kind = one.why().kind();
    if (kind != Restricted.Kind.ROLE) {
      SqlStatement statement = one.statement();
      notes.add(LEFT_OUT, running, statement.offset(), heading(statement), kind.word());
    }
  }

  /** Its first words, before anything that might be secret. */
  private static String heading(SqlStatement statement) {
    return statement.tokens().stream()
        .limit(4)
        .takeWhile(Token::isName)
        .map(Token::text)
        .collect(joining(" "));
  }

  private static boolean isTransaction(Sending sending, List<SqlStatement> statements) {
    boolean atOnce = sending == Sending.ONE_QUERY || sending == Sending.ANY;
    return !atOnce || statements.size() > 1;
  }
}
