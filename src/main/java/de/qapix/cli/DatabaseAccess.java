package de.qapix.cli;

import de.qapix.catalog.TableLock;
import de.qapix.catalog.TableLocks;
import de.qapix.data.api.TimeBox;
import de.qapix.postgres.ConnectionSettings;
import de.qapix.postgres.Connector;
import de.qapix.postgres.Database;
import de.qapix.postgres.EmbeddedServer;
import de.qapix.postgres.ServerStep;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/** The way to the databases of a command, those of the embedded server among them. */
final class DatabaseAccess {

  /** How long a command waits for a lock of another session, and what it wants of tables. */
  enum LockPatience {
    /** A check may as well be run again. */
    CHECK(Duration.ofSeconds(3), TableLocks.Need.READ),
    /** A change of the other application's schema should not end a sync that has still time. */
    SYNC(Duration.ofSeconds(20), TableLocks.Need.WRITE);

    private final Duration longest;
    private final TableLocks.Need need;

    LockPatience(Duration longest, TableLocks.Need need) {
      this.longest = longest;
      this.need = need;
    }

    Duration longest() {
      return longest;
    }

    TableLocks.Need need() {
      return need;
    }
  }

  /** How long a database may take to let us in once more, to ask who holds a lock. */
  private static final Duration LOOK = Duration.ofSeconds(2);

  private final Settings settings;
  private final Messages messages;
  private final Terminal terminal;
  private final String embeddedVersion;
  private final TimeBox box;
  private final LockPatience patience;
  private final Connector connector;
  private volatile EmbeddedServer server;
  private volatile boolean starting;

  /**
   * @param embeddedVersion of the PostgreSQL that qapix brings along
   * @param box in which connecting counts
   * @param patience of the command
   */
  DatabaseAccess(
      Settings settings,
      Messages messages,
      Terminal terminal,
      String embeddedVersion,
      TimeBox box,
      LockPatience patience) {
    this.settings = settings;
    this.messages = messages;
    this.terminal = terminal;
    this.embeddedVersion = embeddedVersion;
    this.box = box;
    this.patience = patience;
    this.connector = new Connector(box::left);
  }

  Database open(DatabaseAddress address) throws IOException, InterruptedException, SQLException {
    return address.isEmbedded()
        ? openEmbedded("qapix")
        : Database.open(connectionTo(address), connector);
  }

  /** Opens a database of the embedded server, made if need be. */
  Database openEmbedded(String name) throws IOException, InterruptedException, SQLException {
    // No time limit is about our own server.
    TimeBox.Pause pause = box.pause();
    ConnectionSettings connection = embeddedServer().database(name);
    pause.end();
    return Database.open(connection.waitingForLocks(patience.longest()), connector);
  }

  /** How to connect to a database; says what of its address has no effect. */
  ConnectionSettings connectionTo(DatabaseAddress address) {
    ConnectionSettings connection =
        address.settings(settings.environment()).waitingForLocks(patience.longest());
    if (!connection.dropped().isEmpty()) {
      String names = String.join(", ", connection.dropped());
      terminal.say(messages.text("database.dropped", address.source(), names));
    }
    for (int number : connection.unknown()) {
      terminal.say(messages.text("database.dropped.unknown", address.source(), number));
    }
    return connection;
  }

  Connector connector() {
    return connector;
  }

  /** Started when it does not run. */
  EmbeddedServer embeddedServer() throws IOException, InterruptedException {
    if (server == null) {
      try {
        server =
            EmbeddedServer.open(
                settings.dataFolder().resolve("postgres"), embeddedVersion, this::begins);
      } finally {
        starting = false;
      }
    }
    return server;
  }

  private void begins(ServerStep step) {
    starting = step == ServerStep.STARTING;
    terminal.say(messages.text("server." + step.name().toLowerCase(Locale.ROOT)));
  }

  /** Whether an embedded server may run on when this process just ends. */
  boolean mayLeaveServer() {
    return starting || hasServer();
  }

  String embeddedVersion() {
    return embeddedVersion;
  }

  /** Whether the embedded server is in use. */
  boolean hasServer() {
    return server != null;
  }

  /** The locks that are in the way, as far as the databases tell that were reached. */
  List<TableLock> locks() {
    return connector.reached().stream()
        .map(this::locks)
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  /** Over a connection of its own: those of the command may have been given up. */
  private List<TableLock> locks(ConnectionSettings reached) {
    try (Database database = Database.open(reached, new Connector(() -> LOOK))) {
      return TableLocks.find(
          DSL.using(database.dataSource(), SQLDialect.POSTGRES),
          patience.need(),
          reached.sharedSchema(),
          connector.backends());
    } catch (SQLException | DataAccessException silent) {
      // Why the command has failed is known without it.
      return List.of();
    }
  }

  /** Leaves the embedded server, which the last of its users stops. */
  void close() throws IOException {
    if (server != null) {
      server.close();
    }
  }

  /** Gives up all connections, those that are being opened too; from any thread. */
  void abandon() {
    connector.abandon();
    EmbeddedServer ours = server;
    if (ours != null) {
      ours.abandon();
    }
  }
}
