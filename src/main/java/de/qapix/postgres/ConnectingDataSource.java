package de.qapix.postgres;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A source of connections that is no more than a way to get one. */
final class ConnectingDataSource implements DataSource {

  /** Where they come from. */
  @FunctionalInterface
  interface Way {
    Connection open() throws SQLException;
  }

  private final Way way;

  ConnectingDataSource(Way way) {
    this.way = way;
  }

  @Override
  public Connection getConnection() throws SQLException {
    return way.open();
  }

  /** Refused: the address says who we are. */
  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException("another user");
  }

  @Override
  public PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(PrintWriter unused) {
    // Nothing is logged.
  }

  /** Without effect: the way has limits of its own. */
  @Override
  public void setLoginTimeout(int seconds) {
    // The pool calls it with its own limit, which is none of ours.
  }

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException("nothing is logged");
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLFeatureNotSupportedException("nothing is wrapped");
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
