package de.qapix.checks.script;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Sends texts to a scratch database as they are.
 *
 * @param connection one for which a text of several statements is one query
 */
public record ScriptConnection(Connection connection) {

  /** Runs one statement, or several as one query. */
  public void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    }
  }

  /** Whether nothing can be sent any more. */
  boolean isBroken() throws SQLException {
    return connection.isClosed();
  }
}
