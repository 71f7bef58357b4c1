package de.qapix.migrate;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jooq.ConnectionProvider;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.DataSourceConnectionProvider;

/** Opens connections for jOOQ that are set as those of Flyway are. */
final class ConfiguredConnections extends DataSourceConnectionProvider {

  private final SessionSettings settings;

  ConfiguredConnections(DataSource source, SessionSettings settings) {
    super(source);
    this.settings = settings;
  }

  @Override
  public Connection acquire() {
    Connection connection = super.acquire();
    try {
      settings.apply(DSL.using(connection, SQLDialect.POSTGRES));
      return connection;
    } catch (RuntimeException failure) {
      release(connection);
      throw failure;
    }
  }

  /** One for all that asks for one, until it is closed. */
  Shared shared() {
    return new Shared(this);
  }

  /**
   * One connection for all that is asked and written besides the migrations themselves; opened when
   * it is needed. Whoever is in a transaction of it must not ask outside of that.
   */
  static final class Shared implements ConnectionProvider, AutoCloseable {

    private final ConfiguredConnections connections;
    private Connection open;

    private Shared(ConfiguredConnections connections) {
      this.connections = connections;
    }

    @Override
    public Connection acquire() {
      try {
        if (open == null || open.isClosed()) {
          open = connections.acquire();
        }
        return open;
      } catch (SQLException broken) {
        throw new DataAccessException("the connection is broken", broken);
      }
    }

    @Override
    public void release(Connection connection) {
      // It is kept for what comes next.
    }

    @Override
    public void close() {
      if (open != null) {
        connections.release(open);
        open = null;
      }
    }
  }
}
