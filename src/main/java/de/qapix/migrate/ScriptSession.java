package de.qapix.migrate;

import de.qapix.postgres.StatementPipeline;
import de.qapix.postgres.StatementPipeline.FailedStatementException;
import de.qapix.sql.Action;
import de.qapix.sql.SqlStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/**
 * A connection for migrations only, which is cleared for each, so that nothing it sets outlives it.
 */
final class ScriptSession implements AutoCloseable {

  private final ConfiguredConnections connections;
  private final SessionSettings settings;
  private final Connection connection;
  private final DSLContext db;
  private final Set<String> set = new HashSet<>();
  private String file = "";

  ScriptSession(ConfiguredConnections connections, SessionSettings settings) {
    this.connections = connections;
    this.settings = settings;
    this.connection = connections.acquire();
    this.db = DSL.using(connection, SQLDialect.POSTGRES);
  }

  /** Forgets what the migration before has set, made for itself or prepared. */
  void begin(String script) {
    file = script;
    set.clear();
    try {
      StatementPipeline.run(
          connection,
          List.of("discard all", settings.sql(), settings.preferring(HistoryTable.SCHEMA)));
    } catch (FailedStatementException failure) {
      throw new DataAccessException("to clear the session", failure.reason());
    }
  }

  /** Runs queries outside of any transaction, with what the migration has set. */
  DSLContext db() {
    return db;
  }

  /** What comes now does not make others wait behind it, so it may take its time. */
  void takeTime() {
    settings.takeTime(db);
  }

  /** Sets something for the rest of the migration, also what is meant for its transaction. */
  void set(SqlStatement statement, Action.Setting setting) {
    set.addAll(setting.words());
    execute(
        statement,
        setting.local()
            ? statement.text().replaceFirst("(?i)\\blocal\\b", "session")
            : statement.text());
  }

  void apart(SqlStatement statement) {
    apart(statement, statement.text());
  }

  /** Runs a text in place of a statement of the migration. */
  void apart(SqlStatement statement, String instead) {
    execute(statement, instead);
  }

  /** Does all or nothing, and does not wait long for a lock unless the migration wants to. */
  void briefly(List<SqlStatement> statements, Consumer<DSLContext> record) {
    commit(
        () -> {
          settings.hurry(db, set);
          executeAll(statements);
        },
        record);
  }

  /** Does all or nothing. */
  void together(List<SqlStatement> statements, Consumer<DSLContext> record) {
    commit(() -> executeAll(statements), record);
  }

  /** Writes down what has been done. */
  void record(Consumer<DSLContext> record) {
    commit(() -> {}, record);
  }

  private void commit(Runnable work, Consumer<DSLContext> record) {
    try {
      connection.setAutoCommit(false);
      work.run();
      settings.ours(db);
      record.accept(db);
      connection.commit();
    } catch (SQLException failure) {
      throw new DataAccessException(failure.getMessage(), failure);
    } finally {
      leave();
    }
  }

  /** After a commit there is nothing left to roll back. */
  private void leave() {
    try {
      connection.rollback();
      connection.setAutoCommit(true);
    } catch (SQLException broken) {
      // What has broken the connection is what is being thrown.
    }
  }

  /** Deferred constraints are checked here, so that a statement can be named. */
  private void executeAll(List<SqlStatement> statements) {
    List<String> texts = new ArrayList<>(statements.stream().map(SqlStatement::text).toList());
    if (!texts.isEmpty()) {
      texts.add("set constraints all immediate");
    }
    try {
      StatementPipeline.run(connection, texts);
    } catch (FailedStatementException failure) {
      int last = statements.size() - 1;
      throw new StatementException(
          file, statements.get(Math.min(failure.index(), last)), failure.reason());
    }
  }

  private void execute(SqlStatement statement, String text) {
    try (Statement jdbc = connection.createStatement()) {
      jdbc.setEscapeProcessing(false);
      jdbc.execute(text);
    } catch (SQLException failure) {
      throw new StatementException(file, statement, failure);
    }
  }

  @Override
  public void close() {
    connections.release(connection);
  }
}
