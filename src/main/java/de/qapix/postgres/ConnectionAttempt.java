package de.qapix.postgres;

import de.qapix.postgres.FailedAttempt.Cause;
import de.qapix.postgres.HostChoice.Candidate;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/**
 * One try to connect, in a thread of its own: neither a name server nor a database that keeps
 * silent can be interrupted, only left alone. What comes too late is closed.
 */
final class ConnectionAttempt {

  /** The driver's own limits, which are whole seconds, come first: they know more. */
  private static final Duration MARGIN = Duration.ofMillis(300);

  private static final Duration DAY = Duration.ofDays(1);

  private final ConnectionSettings settings;
  private final Candidate candidate;
  private final Duration limit;
  private final FutureTask<Connection> task = new FutureTask<>(this::connect);
  private volatile boolean resolved;
  private Connection made;
  private boolean abandoned;

  ConnectionAttempt(ConnectionSettings settings, Candidate candidate, Duration limit) {
    this.settings = settings;
    this.candidate = candidate;
    this.limit = limit;
  }

  /** That nothing had come when the time was up, or when nobody wanted it any more. */
  static final class TooLateException extends SQLException {

    private static final long serialVersionUID = 1L;

    private final Cause reason;

    private TooLateException(Cause reason) {
      super(reason.name(), "08001");
      this.reason = reason;
    }

    Cause reason() {
      return reason;
    }
  }

  /** Connects. */
  Connection await() throws SQLException {
    inBackground("qapix-connect", task);
    try {
      return task.get(limit.plus(MARGIN).toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException silence) {
      abandon();
      throw new TooLateException(resolved ? Cause.SILENT : Cause.NO_NAME_SERVER);
    } catch (CancellationException unwanted) {
      throw new TooLateException(Cause.SILENT);
    } catch (InterruptedException impatient) {
      abandon();
      Thread.currentThread().interrupt();
      throw new TooLateException(Cause.SILENT);
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof SQLException sql) {
        throw sql;
      }
      throw new IllegalStateException("the driver failed", failure.getCause());
    }
  }

  private Connection connect() throws SQLException {
    try {
      resolved = InetAddress.getAllByName(candidate.host().host()).length > 0;
    } catch (UnknownHostException unknown) {
      throw new SQLException("no such host", "08001", unknown);
    }
    Connection connection =
        new Driver().connect(settings.jdbcUrl(candidate.host()), limitedProperties());
    connection.setNetworkTimeout(Runnable::run, answerMillis());
    if (!keep(connection)) {
      connection.close();
    }
    return connection;
  }

  private Properties limitedProperties() {
    Properties properties = settings.properties();
    boolean limited = limit.compareTo(DAY) < 0;
    int seconds = limited ? (int) Math.max(1, limit.toSeconds()) : 0;
    PGProperty.CONNECT_TIMEOUT.set(properties, seconds);
    if (limited) {
      PGProperty.SOCKET_TIMEOUT.set(properties, seconds);
    }
    if (!candidate.isAny()) {
      PGProperty.TARGET_SERVER_TYPE.set(properties, candidate.kind());
    }
    return properties;
  }

  /** How long an answer may take once we are in; zero for as long as it likes. */
  private int answerMillis() {
    String seconds = PGProperty.SOCKET_TIMEOUT.getOrDefault(settings.properties());
    return seconds == null ? 0 : Integer.parseInt(seconds) * 1000;
  }

  private synchronized boolean keep(Connection connection) {
    made = connection;
    return !abandoned;
  }

  /** Lets it go, whatever becomes of it. */
  void abandon() {
    task.cancel(true);
    synchronized (this) {
      abandoned = true;
      if (made != null) {
        abort(made);
      }
    }
  }

  /** Breaks it off, even while somebody waits for an answer on it. */
  static void abort(Connection connection) {
    try {
      connection.abort(work -> inBackground("qapix-abort", work));
    } catch (SQLException broken) {
      throw new IllegalStateException("a connection cannot be aborted", broken);
    }
  }

  static void inBackground(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }
}
