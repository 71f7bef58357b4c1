package de.qapix.cli;

import de.qapix.data.api.RequestLog;
import de.qapix.postgres.ConnectionSettings;
import de.qapix.postgres.Connector;
import de.qapix.postgres.Database;
import de.qapix.postgres.EmbeddedServer;
import de.qapix.sandbox.SandboxServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** What a command works with: a database and the settings. Closes what was opened for it. */
public final class Workplace implements AutoCloseable {

  private final Settings settings;
  private final RequestLog requests;
  private final DatabaseAccess databases;
  private final Interruption interruption;
  private final Opened opened;

  /** What was opened for it, if it needs something. */
  record Opened(Optional<SandboxServer> sandbox, Optional<Database> database) {

    static final Opened NOTHING = new Opened(Optional.empty(), Optional.empty());
  }

  Workplace(
      Settings settings,
      RequestLog requests,
      DatabaseAccess databases,
      Interruption interruption,
      Opened opened) {
    this.settings = settings;
    this.requests = requests;
    this.databases = databases;
    this.interruption = interruption;
    this.opened = opened;
  }

  /** How to connect to another database; says what of its address has no effect. */
  public ConnectionSettings connectionTo(DatabaseAddress address) {
    return databases.connectionTo(address);
  }

  /** Opens all connections to databases of the user. */
  public Connector connector() {
    return databases.connector();
  }

  /** That of a command which needs one. */
  public Database database() {
    return opened.database().orElseThrow();
  }

  /** Whether a database was named and opened. */
  public boolean hasDatabase() {
    return opened.database().isPresent();
  }

  /** The schema of the two shared tables, which is also where names without a schema belong. */
  public String sharedSchema() {
    return opened.database().map(open -> open.settings().sharedSchema()).orElse("public");
  }

  /** The embedded server, started when it does not run; it is left with the workplace. */
  public EmbeddedServer embeddedServer() throws IOException, InterruptedException {
    return databases.embeddedServer();
  }

  /** Version of the embedded server. */
  public String embeddedVersion() {
    return databases.embeddedVersion();
  }

  /** Where qapix keeps what can be made again. */
  public Path cacheFolder() {
    return settings.cacheFolder();
  }

  /** Is told of each request. */
  public RequestLog requestLog() {
    return requests;
  }

  public Settings settings() {
    return settings;
  }

  public Interruption interruption() {
    return interruption;
  }

  /** Whether this is the try-out world, whose database qapix may change as it likes. */
  public boolean isSandbox() {
    return opened.sandbox().isPresent();
  }

  /** The simulated Calendly of the try-out world. */
  Optional<SandboxServer> sandbox() {
    return opened.sandbox();
  }

  @Override
  public void close() throws IOException {
    interruption.finishesOnSignal();
    try {
      if (opened.database().isPresent()) {
        opened.database().get().close();
      }
      if (opened.sandbox().isPresent()) {
        opened.sandbox().get().close();
      }
      if (databases.hasServer()) {
        databases.close();
      }
    } finally {
      interruption.end();
    }
  }
}
