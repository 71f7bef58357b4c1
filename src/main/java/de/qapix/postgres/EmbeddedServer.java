package de.qapix.postgres;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A PostgreSQL server of this user alone, which several commands share: the first that needs it
 * starts it, the last that leaves stops it, and the next one takes it over when a command or the
 * server itself was killed. It listens on the loopback address only and asks everybody for a
 * password that nobody else can read.
 */
public final class EmbeddedServer implements AutoCloseable {

  /** What {@code pg_available_extensions} says of a stand-in for an extension that is missing. */
  public static final String STAND_IN = "stand-in of qapix";

  /** File locks belong to the whole JVM, so a folder is opened once in it. */
  private static final Set<Path> OPEN = new HashSet<>();

  private final Path home;
  private final String version;
  private final Consumer<ServerStep> steps;
  private final ServerLock lock;
  private final Connector connector = new Connector();
  private Cluster cluster;
  private Postmaster postmaster;
  private Extensions extensions;
  private int port;

  private EmbeddedServer(Path home, String version, Consumer<ServerStep> steps, ServerLock lock) {
    this.home = home;
    this.version = version;
    this.steps = steps;
    this.lock = lock;
  }

  /**
   * Joins the server of this folder, or makes and starts it.
   *
   * @param base the folder; each major version has one of its own in it
   * @param version of PostgreSQL as this build has it, e.g. {@code 17.11.0}
   * @param steps is told what takes a moment
   * @throws EmbeddedServerException when it cannot be used here
   */
  public static EmbeddedServer open(Path base, String version, Consumer<ServerStep> steps)
      throws IOException, InterruptedException {
    Path folder = PrivateFolder.make(base).toRealPath();
    String major = version.substring(0, version.indexOf('.'));
    Cluster.otherVersion(folder, major)
        .ifPresent(
            other -> {
              throw new EmbeddedServerException(
                  EmbeddedServerException.Kind.OTHER_VERSION, folder, other);
            });
    Path home = PrivateFolder.make(folder.resolve(major));
    synchronized (OPEN) {
      if (!OPEN.add(home)) {
        throw new IllegalStateException("open already: " + home);
      }
    }
    ServerLock lock = new ServerLock(home);
    EmbeddedServer server = new EmbeddedServer(home, version, steps, lock);
    try {
      server.ensure();
      return server;
    } catch (IOException | InterruptedException | RuntimeException failure) {
      server.close();
      throw failure;
    }
  }

  /** Makes sure that the server runs; to be called again after a connection has broken. */
  public synchronized void ensure() throws IOException, InterruptedException {
    try (FileLock mutex = lock.mutex()) {
      Path binaries = Binaries.unpack(home, version, () -> steps.accept(ServerStep.UNPACKING));
      extensions = new Extensions(binaries);
      ServerPrograms tools = new ServerPrograms(home, binaries);
      cluster = new Cluster(home, tools);
      postmaster = new Postmaster(home, tools);
      cluster.create(() -> steps.accept(ServerStep.CREATING));
      lock.join();
      OptionalInt running = postmaster.running();
      port = running.isPresent() ? running.getAsInt() : start();
      assert mutex.isValid();
    }
  }

  private int start() throws IOException, InterruptedException {
    steps.accept(ServerStep.STARTING);
    PrivateFolder.sweep(home);
    return postmaster.start();
  }

  /**
   * How to connect to a database of this name, which is made when there is none. Its owner is a
   * role without any other right.
   */
  public synchronized ConnectionSettings database(String database)
      throws IOException, InterruptedException, SQLException {
    try (FileLock mutex = lock.mutex();
        Connection administrator = administrator(connector);
        Statement statement = administrator.createStatement()) {
      var db = org.jooq.impl.DSL.using(administrator);
      if (!db.fetchExists(
          table(name("pg_catalog", "pg_roles")), field(name("rolname")).eq(Cluster.USER))) {
        statement.execute(
            "create role " + Cluster.USER + " login password '" + cluster.userPassword() + "'");
      }
      if (!db.fetchExists(
          table(name("pg_catalog", "pg_database")), field(name("datname")).eq(database))) {
        statement.execute(
            String.format(Locale.ROOT, "create database \"%s\" owner %s", database, Cluster.USER));
      }
      assert mutex.isValid();
    }
    return ConnectionSettings.of("127.0.0.1", port, database, Cluster.USER, cluster.userPassword());
  }

  /** A new database for the SQL of others. */
  public synchronized ScratchDatabase scratch()
      throws IOException, InterruptedException, SQLException {
    return ScratchDatabase.create(connector, administrator(connector), port);
  }

  /**
   * Lets scratch databases make an extension. One that this build lacks gets a stand-in, which only
   * they can make; a name or version that no extension can have is left to fail.
   *
   * @param script makes what the stand-in has; may be empty
   * @param schema the only one that it can be in, which is made for it if need be
   */
  public synchronized void offerExtension(
      String name, String version, String script, Optional<String> schema) throws IOException {
    extensions.offer(name, version, script, schema);
  }

  /** Waits while the server recovers from a crash: it must not be told to stop then either. */
  private Connection administrator(Connector by)
      throws IOException, SQLException, InterruptedException {
    ConnectionSettings settings =
        ConnectionSettings.of(
            "127.0.0.1", port, "postgres", Cluster.ADMINISTRATOR, cluster.administratorPassword());
    while (true) {
      try {
        return by.connect(settings);
      } catch (SQLException failure) {
        if (!"57P03".equals(failure.getSQLState())) {
          throw failure;
        }
        Thread.sleep(20);
      }
    }
  }

  /** Gives up all work in scratch databases, from any thread. */
  public void abandon() {
    connector.abandon();
  }

  /** Leaves the server; the last one stops it. */
  @Override
  public synchronized void close() throws IOException {
    if (!lock.isOpen()) {
      return;
    }
    try {
      leave();
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the server of " + home + " may still run");
    }
  }

  private void leave() throws IOException, InterruptedException {
    try (lock;
        FileLock mutex = lock.mutex()) {
      if (lock.leave() && postmaster != null) {
        awaitCrashRecovery();
        postmaster.stop();
      }
      assert mutex.isValid();
    } finally {
      synchronized (OPEN) {
        OPEN.remove(home);
      }
    }
  }

  /** A fast stop right after a backend's crash hangs; a connection waits until that is over. */
  private void awaitCrashRecovery() throws IOException, InterruptedException {
    try (Connection connection = administrator(new Connector())) {
      assert connection != null;
    } catch (SQLException unreachable) {
      // Then it is down already, or will be stopped at once.
      port = 0;
    }
  }
}
