package de.qapix.migrate;

import java.time.Duration;
import java.util.function.Consumer;
import org.flywaydb.core.api.MigrationInfo;
import org.jooq.DSLContext;

/**
 * Runs migrations, each on a connection of its own, and writes them into Flyway's history: one that
 * fits into a transaction together with its entry there, so that both are there or neither.
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

  void run(MigrationInfo migration, MigrationWatch watch) {
    MigrationScript script = sql.script(migration);
    long start = System.nanoTime();
    Consumer<DSLContext> entry =
        db -> history.entries().add(db, migration, Duration.ofNanos(System.nanoTime() - start));
    try (ScriptSession session = new ScriptSession(script.file(), connections, settings)) {
      if (script.atomic()) {
        session.together(script.statements(), entry);
        return;
      }
      new StepwiseRun(script, session, retries, watch).run(entry);
    }
  }
}
