package de.qapix.migrate;

import java.sql.Connection;
import java.sql.SQLException;
import org.jooq.ConnectionProvider;
import org.jooq.exception.DataAccessException;

/**
 * One connection for all that is asked and written besides the migrations themselves; opened when
 * it is needed. Whoever is in a transaction of it must not ask outside of that.
 */
final class SharedConnection implements ConnectionProvider, AutoCloseable {

  private final ConfiguredConnections connections;
  private Connection open;

  SharedConnection(ConfiguredConnections connections) {
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
