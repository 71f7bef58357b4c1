package de.qapix.postgres;

import de.qapix.postgres.FailedAttempt.Cause;
import de.qapix.postgres.HostChoice.Candidate;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * Opens connections, and never waits longer than it may: the driver's own limits do not hold where
 * a server accepts a connection and then says nothing. All that it has opened or is opening can be
 * given up at once, from any thread.
 */
public final class Connector {

  private static final Duration ENDLESS = Duration.ofDays(36_500);

  /** A wrong user, no such database, no resources, shut down. */
  private static final Set<String> ABOUT_OTHERS = Set.of("28", "3D", "53", "57");

  /** The driver logs addresses, and what we tell ourselves in the user's words. */
  private static final Logger DRIVER = Logger.getLogger("org.postgresql");

  private final Supplier<Duration> left;
  private final Set<Connection> open = ConcurrentHashMap.newKeySet();
  private final Set<ConnectionAttempt> attempts = ConcurrentHashMap.newKeySet();
  private final Set<Integer> backends = ConcurrentHashMap.newKeySet();
  private final Deque<ConnectionSettings> reached = new ConcurrentLinkedDeque<>();
  private volatile boolean abandoned;

  /** Whether something in between has refused what a session is to begin with. */
  private volatile boolean plain;

  /**
   * @param left how much time there is, besides the limit of each address; asked each time
   */
  public Connector(Supplier<Duration> left) {
    DRIVER.setLevel(Level.OFF);
    this.left = left;
  }

  /** Limited by nothing but what each address says, or else the usual time. */
  public Connector() {
    this(() -> ENDLESS);
  }

  /**
   * Connects to the first host that will do. As with libpq, who is let in by none of the hosts is
   * not tried out on all of them.
   *
   * @throws UnreachableException when none will do
   * @throws SQLException what the server says, when it refuses
   */
  public Connection connect(ConnectionSettings settings) throws SQLException {
    List<FailedAttempt> failures = new ArrayList<>();
    List<Candidate> candidates = settings.candidates();
    SQLException last = null;
    for (Candidate candidate : candidates) {
      Duration limit = limit(settings.timeout());
      try {
        return connectSomehow(settings, candidate, limit);
      } catch (SQLException failure) {
        if (isAboutUs(failure) || (candidates.size() == 1 && isOfTheServer(failure))) {
          throw failure;
        }
        failures.add(failed(settings, candidate, limit, failure));
        last = failure;
      }
      if (abandoned) {
        break;
      }
    }
    throw new UnreachableException(failures, last);
  }

  /** Poolers and proxies know but a few of the settings with which a session can begin. */
  private Connection connectSomehow(
      ConnectionSettings settings, Candidate candidate, Duration limit) throws SQLException {
    Optional<ConnectionSettings> simple = settings.asTheAddressSays();
    if (plain && simple.isPresent()) {
      return connect(simple.get(), candidate, limit);
    }
    try {
      return connect(settings, candidate, limit);
    } catch (SQLException failure) {
      if (simple.isEmpty() || !mayBeAboutSettings(failure)) {
        throw failure;
      }
      Connection connection = connect(simple.get(), candidate, limit);
      plain = true;
      return connection;
    }
  }

  private static boolean mayBeAboutSettings(SQLException failure) {
    String state = String.valueOf(failure.getSQLState());
    return isOfTheServer(failure) && ABOUT_OTHERS.stream().noneMatch(state::startsWith);
  }

  /** What is left of the usual time. */
  Duration limit(Duration usual) {
    Duration whole = left.get();
    return usual.isZero() || whole.compareTo(usual) < 0 ? whole : usual;
  }

  private Connection connect(ConnectionSettings settings, Candidate candidate, Duration limit)
      throws SQLException {
    ConnectionAttempt attempt = new ConnectionAttempt(settings, candidate, limit);
    attempts.add(attempt);
    try {
      if (abandoned) {
        attempt.abandon();
      }
      Connection connection = attempt.await();
      open.removeIf(Connector::isClosed);
      open.add(connection);
      backends.add(connection.unwrap(PGConnection.class).getBackendPID());
      reached.remove(settings);
      reached.addFirst(settings);
      if (abandoned) {
        abandon();
      }
      return connection;
    } finally {
      attempts.remove(attempt);
    }
  }

  private static boolean isClosed(Connection connection) {
    try {
      return connection.isClosed();
    } catch (SQLException broken) {
      return true;
    }
  }

  private static FailedAttempt failed(
      ConnectionSettings settings, Candidate candidate, Duration limit, SQLException failure) {
    Cause cause =
        failure instanceof ConnectionAttempt.TooLateException late
            ? late.reason()
            : ConnectionDiagnosis.of(failure, settings.properties(), candidate.isAny());
    String words =
        ConnectionDiagnosis.serverWords(failure)
            .orElseGet(() -> ConnectionDiagnosis.words(failure));
    return new FailedAttempt(candidate.host().toString(), cause, words, limit);
  }

  private static boolean isOfTheServer(SQLException failure) {
    return ConnectionDiagnosis.serverWords(failure).isPresent();
  }

  /** User, password or database: what is wrong with them is wrong for all hosts. */
  private static boolean isAboutUs(SQLException failure) {
    String state = String.valueOf(failure.getSQLState());
    return isOfTheServer(failure) && (state.startsWith("28") || state.startsWith("3D"));
  }

  /** The databases that were reached, the last one first. */
  public List<ConnectionSettings> reached() {
    return List.copyOf(reached);
  }

  /** The servers' processes that have worked for us. */
  public Set<Integer> backends() {
    return Set.copyOf(backends);
  }

  /** Opens a new connection each time. */
  public DataSource dataSource(ConnectionSettings settings) {
    return new ConnectingDataSource(() -> connect(settings));
  }

  /** Gives up all that is open and all that is being opened, and opens nothing any more. */
  public void abandon() {
    abandoned = true;
    attempts.forEach(ConnectionAttempt::abandon);
    StatementCancellation.cancel(List.copyOf(open));
    open.forEach(ConnectionAttempt::abort);
  }

  boolean isAbandoned() {
    return abandoned;
  }
}
