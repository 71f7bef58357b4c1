package de.qapix.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;

/**
 * Asks the server to end what it is doing for us. A server does not notice that nobody waits any
 * longer, and would go on writing, and hold its locks, against the next run.
 */
final class StatementCancellation {

  /** A server that does not answer by then is left to itself. */
  private static final Duration PATIENCE = Duration.ofMillis(300);

  private StatementCancellation() {}

  /** Ends the statements of connections that are about to be broken off. */
  static void cancel(List<Connection> connections) {
    CountDownLatch asked = new CountDownLatch(connections.size());
    for (Connection connection : connections) {
      ConnectionAttempt.inBackground(
          "qapix-cancel",
          () -> {
            ask(connection);
            asked.countDown();
          });
    }
    try {
      asked.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    }
  }

  private static void ask(Connection connection) {
    try {
      connection.unwrap(PGConnection.class).cancelQuery();
    } catch (SQLException unreachable) {
      // It is broken off all the same.
    }
  }
}
