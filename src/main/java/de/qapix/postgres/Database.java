package de.qapix.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.PGProperty;

/** A pool of connections to one database; every connection has {@code TimeZone=UTC}. */
public final class Database implements AutoCloseable {

  private static final int CONNECTIONS = 4;

  /** How long the pool waits at a stretch, so that it is seen when all was given up. */
  private static final Duration STRETCH = Duration.ofMillis(500);

  private final ConnectionSettings settings;
  private final Connector connector;
  private final HikariDataSource pool;

  private Database(ConnectionSettings settings, Connector connector, HikariDataSource pool) {
    this.settings = settings;
    this.connector = connector;
    this.pool = pool;
  }

  /**
   * Connects once without the pool, which would hide for a while what is wrong, then makes it.
   *
   * @param connector opens all connections
   * @throws SQLException what the server says, or an {@link UnreachableException}
   */
  public static Database open(ConnectionSettings settings, Connector connector)
      throws SQLException {
    connector.connect(settings).close();
    return new Database(settings, connector, new HikariDataSource(pool(settings, connector)));
  }

  private static HikariConfig pool(ConnectionSettings settings, Connector connector) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(connector.dataSource(settings));
    config.setConnectionInitSql("set time zone 'UTC'");
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(0);
    config.setConnectionTimeout(STRETCH.toMillis());
    config.setInitializationFailTimeout(-1);
    config.setPoolName("qapix");
    return config;
  }

  /** Lends connections; they go back when they are closed. */
  public DataSource dataSource() {
    return new Source(this::lend);
  }

  private Connection lend() throws SQLException {
    long began = System.nanoTime();
    Duration limit = connector.limit(settings.timeout());
    while (true) {
      if (connector.isAbandoned()) {
        throw new SQLNonTransientConnectionException("all connections were given up", "08003");
      }
      try {
        return pool.getConnection();
      } catch (SQLTransientConnectionException none) {
        Duration waited = Duration.ofNanos(System.nanoTime() - began);
        if (!connector.isAbandoned() && waited.compareTo(limit) >= 0) {
          throw none.getCause() instanceof SQLException reason ? reason : none;
        }
      }
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
