package de.qapix.cli;

import de.qapix.data.api.Network;
import de.qapix.data.api.RequestLog;
import de.qapix.data.api.TimeBox;
import de.qapix.postgres.ConnectionSettings;
import de.qapix.postgres.Connector;
import de.qapix.postgres.Database;
import de.qapix.postgres.EmbeddedServer;
import de.qapix.sandbox.SandboxServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * What a command works with: a database and the addresses of the APIs. Closes what it has opened.
 */
public final class Workplace implements AutoCloseable {

  /** Instead of a database's address: the embedded server. */
  static final String EMBEDDED = "embedded";

  private static final String CALENDLY = "https://api.calendly.com";

  private final Settings settings;
  private final Messages messages;
  private final InstantSource clock;
  private final String postgresVersion;
  private final Terminal terminal;
  private final LongSupplier ticker;
  private final Runnable beforeDatabase;
  private final Interruption interruption;
  private final TimeBox box;
  private final Connector connector;
  private volatile EmbeddedServer server;
  private SandboxServer sandbox;
  private Database database;

  Workplace(
      Settings settings,
      Messages messages,
      InstantSource clock,
      String postgresVersion,
      Terminal terminal,
      LongSupplier ticker,
      Runnable beforeDatabase,
      Interruption interruption,
      TimeBox box) {
    this.settings = settings;
    this.messages = messages;
    this.clock = clock;
    this.postgresVersion = postgresVersion;
    this.terminal = terminal;
    this.ticker = ticker;
    this.beforeDatabase = beforeDatabase;
    this.interruption = interruption;
    this.box = box;
    this.connector = new Connector(box::left);
    interruption.begin(this::giveUp);
  }

  private void giveUp() {
    connector.abandon();
    EmbeddedServer ours = server;
    if (ours != null) {
      ours.abandon();
    }
  }

  void openDatabase(DatabaseAddress address)
      throws IOException, InterruptedException, SQLException {
    beforeDatabase.run();
    database =
        Database.open(address.isEmbedded() ? embedded("qapix") : connectionTo(address), connector);
    interruption.ends(box);
  }

  /** How to connect to a database; says what of its address has no effect. */
  public ConnectionSettings connectionTo(DatabaseAddress address) {
    ConnectionSettings connection = address.settings(settings.environment());
    if (!connection.dropped().isEmpty()) {
      String names = String.join(", ", connection.dropped());
      terminal.say(messages.text("database.dropped", address.source(), names));
    }
    for (int number : connection.unknown()) {
      terminal.say(messages.text("database.dropped.unknown", address.source(), number));
    }
    return connection;
  }

  /** Opens all connections to databases of the user. */
  public Connector connector() {
    return connector;
  }

  void openSandbox(SandboxChoice choice) throws IOException, InterruptedException, SQLException {
    beforeDatabase.run();
    sandbox = SandboxServer.start(choice.options(), clock);
    database = Database.open(embedded(choice.database()), connector);
    interruption.ends(box);
  }

  private ConnectionSettings embedded(String name)
      throws IOException, InterruptedException, SQLException {
    long began = ticker.getAsLong();
    ConnectionSettings connection = embeddedServer().database(name);
    // No time limit is about our own server.
    box.leaveOut(Duration.ofNanos(ticker.getAsLong() - began));
    return connection;
  }

  public Database database() {
    return database;
  }

  /** Whether a database was named and opened. */
  public boolean hasDatabase() {
    return database != null;
  }

  /** The schema of the two shared tables, which is also where names without a schema belong. */
  public String sharedSchema() {
    return hasDatabase() ? database.settings().sharedSchema() : "public";
  }

  /** The embedded server, started when it does not run; it is left with the workplace. */
  public EmbeddedServer embeddedServer() throws IOException, InterruptedException {
    if (server == null) {
      server =
          EmbeddedServer.open(
              settings.dataFolder().resolve("postgres"),
              postgresVersion,
              step ->
                  terminal.say(messages.text("server." + step.name().toLowerCase(Locale.ROOT))));
    }
    return server;
  }

  /** Version of the embedded server. */
  public String embeddedVersion() {
    return postgresVersion;
  }

  /** Where qapix keeps what can be made again. */
  public Path cacheFolder() {
    return settings.cacheFolder();
  }

  /** Is told of each request. */
  public RequestLog requestLog() {
    return new RequestLines(terminal);
  }

  public Settings settings() {
    return settings;
  }

  public Interruption interruption() {
    return interruption;
  }

  /** Whether this is the try-out world, whose database qapix may change as it likes. */
  public boolean isSandbox() {
    return sandbox != null;
  }

  /** Where Calendly answers. */
  public URI calendlyAddress() {
    return isSandbox() ? sandbox.address() : settings.address("CALENDLY_API_URL", CALENDLY);
  }

  /** The token for Calendly. */
  public String calendlyToken() {
    return isSandbox() ? SandboxServer.TOKEN : settings.token("CALENDLY_API_TOKEN");
  }

  /** What lies between this machine and Calendly. */
  Network network() {
    return new NetworkSettings(settings).to(calendlyAddress());
  }

  /** The rules by which names of meetings are sorted, from the setting or else the usual ones. */
  public <T> T meetingKinds(Function<String, T> parse, String usual) {
    String rules = settings.find("CALENDLY_MEETING_KINDS").orElse(usual);
    try {
      return parse.apply(rules);
    } catch (IllegalArgumentException wrong) {
      throw new WrongUseException("settings.kinds", String.valueOf(wrong.getMessage()));
    }
  }

  @Override
  public void close() throws IOException {
    try {
      if (database != null) {
        database.close();
      }
      if (sandbox != null) {
        sandbox.close();
      }
      if (server != null) {
        interruption.stopping();
        server.close();
      }
    } finally {
      interruption.end();
    }
  }
}
