package de.qapix.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import de.qapix.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** A transaction that stays open, and those who wait for it. */
public final class Blocked implements AutoCloseable {

  /** Not just anyone who waits: a concurrent index waits for a moment for our own query, too. */
  private static final String WAITING =
      """
      from pg_stat_activity waiting, pg_stat_activity blocker
      where waiting.datname = current_database() and blocker.datname = current_database()
        and waiting.wait_event_type = 'Lock' and blocker.application_name = 'blocker'
        and blocker.pid = any (pg_blocking_pids(waiting.pid))
      """;

  private final TestDatabase database;
  private final Connection connection;

  /** Opens the transaction with a statement. */
  public Blocked(TestDatabase database, String statement) throws SQLException {
    this.database = database;
    this.connection = database.dataSource().getConnection();
    connection.setAutoCommit(false);
    try (var blocker = connection.createStatement()) {
      blocker.execute(statement);
      // Ends the snapshot of the statement before, so that only its locks are waited for.
      blocker.execute("set local application_name = 'blocker'");
    }
  }

  /** Returns once another session waits. Does not keep the processor from getting there. */
  public Blocked await() throws SQLException {
    long giveUp = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    try (Connection watch = database.dataSource().getConnection();
        var query = watch.prepareStatement("select 1 " + WAITING)) {
      while (!query.executeQuery().next()) {
        watch.createStatement().execute("select pg_sleep(0.02)");
        assertThat(System.nanoTime()).as("time until someone waits").isLessThan(giveUp);
      }
    }
    return this;
  }

  /** Ends the sessions that wait. */
  public void terminateWaiting() {
    database.sql().execute("select pg_terminate_backend(waiting.pid, 20000) " + WAITING);
  }

  /** Lets them go on. */
  @Override
  public void close() throws SQLException {
    connection.rollback();
    connection.close();
  }
}
