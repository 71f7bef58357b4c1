package de.qapix.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.ConnectionEvent;
import javax.sql.ConnectionEventListener;
import org.postgresql.ds.PGPooledConnection;

/**
 * A few connections that are lent one after another. It asks the server nothing, but whether a
 * connection that has lain idle for a while is still there: a distant server takes its time for
 * each question.
 */
final class ConnectionPool implements AutoCloseable {

  private static final Duration FRESH = Duration.ofMillis(500);
  private static final int VALIDATION_SECONDS = 5;

  private final ConnectingDataSource.Way way;
  private final Semaphore places;
  private final Deque<Member> idle = new ArrayDeque<>();
  private boolean closed;

  /**
   * @param first one that is open already
   * @param most how many may be open at once
   * @param way opens another one
   */
  ConnectionPool(Connection first, int most, ConnectingDataSource.Way way) {
    this.way = way;
    this.places = new Semaphore(most);
    idle.push(new Member(first));
  }

  /**
   * Lends a connection that goes back when it is closed.
   *
   * @throws SQLTransientConnectionException when none comes back in this time
   * @throws SQLException when a new one cannot be opened
   */
  Connection lend(Duration longest) throws SQLException {
    try {
      if (!places.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new SQLTransientConnectionException("all connections are in use", "08001");
      }
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
      throw new SQLTransientConnectionException("interrupted", "08001", impatient);
    }
    try {
      return usable().lend();
    } catch (SQLException | RuntimeException failure) {
      places.release();
      throw failure;
    }
  }

  private Member usable() throws SQLException {
    for (Member member = next(); member != null; member = next()) {
      if (member.isAlive()) {
        return member;
      }
      member.end();
    }
    return new Member(way.open());
  }

  private synchronized Member next() {
    return idle.poll();
  }

  private synchronized boolean keep(Member member) {
    if (!closed) {
      idle.push(member);
    }
    return !closed;
  }

  @Override
  public synchronized void close() {
    closed = true;
    idle.forEach(Member::end);
    idle.clear();
  }

  /** A connection of the pool, lent or not. */
  private final class Member implements ConnectionEventListener {

    private final Connection connection;
    private final PGPooledConnection handles;
    private volatile long since = System.nanoTime();

    Member(Connection connection) {
      this.connection = connection;
      this.handles = new PGPooledConnection(connection, true);
      handles.addConnectionEventListener(this);
    }

    boolean isAlive() throws SQLException {
      return !connection.isClosed()
          && (System.nanoTime() - since < FRESH.toNanos()
              || connection.isValid(VALIDATION_SECONDS));
    }

    Connection lend() throws SQLException {
      return handles.getConnection();
    }

    /** Back from whom it was lent to, its transaction rolled back. */
    @Override
    public void connectionClosed(ConnectionEvent event) {
      since = System.nanoTime();
      if (!keep(this)) {
        end();
      }
      places.release();
    }

    /** The driver has closed it, which is seen before it is lent again. */
    @Override
    public void connectionErrorOccurred(ConnectionEvent event) {
      since = System.nanoTime() - FRESH.toNanos();
    }

    void end() {
      try {
        connection.close();
      } catch (SQLException broken) {
        // Then the server has ended it.
        ConnectionAttempt.abort(connection);
      }
    }
  }
}
