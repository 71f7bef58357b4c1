package de.qapix.migrate;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.DSLContext;

/**
 * Runs migrations, each in a session that holds nothing of the one before, and writes them into
 * Flyway's history: one that fits into a transaction together with its entry there, so that both
 * are there or neither.
 */
final class MigrationRun {

  private final ConfiguredConnections connections;
  private final SessionSettings settings;
  private final MigrationSql sql;
  private final MigrationHistory history;
  private final Retries retries;

  MigrationRun(
      ConfiguredConnections connections,
      SessionSettings settings,
      MigrationSql sql,
      MigrationHistory history,
      Retries retries) {
    this.connections = connections;
    this.settings = settings;
    this.sql = sql;
    this.history = history;
    this.retries = retries;
  }

  void run(List<Migration> migrations, MigrationWatch watch) {
    try (ScriptSession session = new ScriptSession(connections, settings)) {
      migrations.forEach(migration -> run(migration, session, watch));
    }
  }

  private void run(Migration migration, ScriptSession session, MigrationWatch watch) {
    MigrationScript script = sql.script(migration);
    long start = System.nanoTime();
    Consumer<DSLContext> entry =
        db -> history.entries().add(db, migration, Duration.ofNanos(System.nanoTime() - start));
    session.begin(script.file());
    if (script.atomic()) {
      session.together(script.statements(), entry);
      return;
    }
    new StepwiseRun(script, session, retries, watch).run(entry);
  }
}
