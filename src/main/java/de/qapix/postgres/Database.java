package de.qapix.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import java.time.Duration;
import java.util.TimeZone;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.postgresql.PGProperty;

/** A pool of connections to one database; every connection has {@code TimeZone=UTC}. */
public final class Database implements AutoCloseable {

  private static final int CONNECTIONS = 4;

  /** How long the pool waits at a stretch, so that it is seen when all was given up. */
  private static final Duration STRETCH = Duration.ofMillis(500);

  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final TimeZone UTC = TimeZone.getTimeZone("UTC");

  private final ConnectionSettings settings;
  private final Connector connector;
  private final ConnectionPool pool;

  private Database(ConnectionSettings settings, Connector connector, ConnectionPool pool) {
    this.settings = settings;
    this.connector = connector;
    this.pool = pool;
  }

  /**
   * Connects, so that it is known at once what is wrong.
   *
   * @param connector opens all connections
   * @throws SQLException what the server says, or an {@link UnreachableException}
   */
  public static Database open(ConnectionSettings settings, Connector connector)
      throws SQLException {
    Connection first = connect(settings, connector);
    return new Database(
        settings,
        connector,
        new ConnectionPool(first, CONNECTIONS, () -> connect(settings, connector)));
  }

  /** The driver asks for the time zone of this machine when it connects. */
  private static Connection connect(ConnectionSettings settings, Connector connector)
      throws SQLException {
    Connection connection = connector.connect(settings);
    if (!TimeZone.getDefault().hasSameRules(UTC)) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("set time zone 'UTC'");
      }
    }
    return connection;
  }

  /** Lends connections; they go back when they are closed. */
  public DataSource dataSource() {
    return new ConnectingDataSource(this::lend);
  }

  /** A server that does not let us in may do so in a moment. */
  private Connection lend() throws SQLException {
    long began = System.nanoTime();
    Duration limit = connector.limit(settings.timeout());
    while (true) {
      if (connector.isAbandoned()) {
        throw new SQLNonTransientConnectionException("all connections were given up", "08003");
      }
      try {
        return pool.lend(STRETCH);
      } catch (SQLException none) {
        Duration waited = Duration.ofNanos(System.nanoTime() - began);
        if (!connector.isAbandoned() && (waited.compareTo(limit) >= 0 || !pause())) {
          throw none;
        }
      }
    }
  }

  /** False when somebody wants us to end. */
  private static boolean pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
      return true;
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Opens a new connection each time, for work whose settings others must not inherit. */
  public DataSource unpooled() {
    return connector.dataSource(settings);
  }

  /**
   * The same with the extended protocol, whatever the address asks for: the simple one can only
   * run.
   */
  public DataSource describing() {
    return connector.dataSource(settings.with(PGProperty.PREFER_QUERY_MODE, "extended"));
  }

  /** How this database is reached. */
  public ConnectionSettings settings() {
    return settings;
  }

  @Override
  public void close() {
    pool.close();
  }
}
