package de.qapix.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.jdbc.PreferQueryMode;

/** A pool of connections to one database; every connection has {@code TimeZone=UTC}. */
public final class Database implements AutoCloseable {

  private static final int CONNECTIONS = 4;
  private static final Duration CONNECT = Duration.ofSeconds(10);

  private final ConnectionSettings settings;
  private final HikariDataSource pool;

  private Database(ConnectionSettings settings, HikariDataSource pool) {
    this.settings = settings;
    this.pool = pool;
  }

  /**
   * Connects once without the pool, which would hide for ten seconds what is wrong, then makes it.
   *
   * @throws SQLException what the driver says when that fails
   */
  public static Database open(ConnectionSettings settings) throws SQLException {
    DriverManager.getConnection(settings.jdbcUrl(), settings.properties()).close();
    return new Database(settings, new HikariDataSource(pool(settings)));
  }

  private static HikariConfig pool(ConnectionSettings settings) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(settings.jdbcUrl());
    config.setDataSourceProperties(settings.properties());
    config.setConnectionInitSql("set time zone 'UTC'");
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(0);
    config.setConnectionTimeout(CONNECT.toMillis());
    config.setInitializationFailTimeout(-1);
    config.setPoolName("qapix");
    return config;
  }

  public DataSource dataSource() {
    return pool;
  }

  /** Opens a new connection each time, for work whose settings others must not inherit. */
  public DataSource unpooled() {
    return settings.dataSource();
  }

  /**
   * The same with the extended protocol, whatever the address asks for: the simple one can only
   * run.
   */
  public DataSource describing() {
    PGSimpleDataSource source = settings.dataSource();
    source.setPreferQueryMode(PreferQueryMode.EXTENDED);
    return source;
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
