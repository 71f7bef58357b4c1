package de.qapix.cli;

import de.qapix.catalog.TableLock;
import de.qapix.cli.DatabaseAccess.LockPatience;
import de.qapix.data.api.RequestLog;
import de.qapix.data.api.TimeBox;
import de.qapix.postgres.Database;
import de.qapix.sandbox.SandboxServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Opens what a command works with, from its options and from what is set outside. */
public final class Workplaces {

  private final Settings environment;
  private final Messages messages;
  private final InstantSource clock;
  private final String postgresVersion;
  private final LongSupplier ticker;
  private final Runnable beforeDatabase;
  private final Interruption interruption;
  private volatile Optional<DatabaseAccess> last = Optional.empty();

  /**
   * @param postgresVersion of the embedded server
   * @param beforeDatabase is run before anything of a database is touched
   * @param interruption that of this process
   */
  public Workplaces(
      Settings environment,
      Messages messages,
      InstantSource clock,
      String postgresVersion,
      LongSupplier ticker,
      Runnable beforeDatabase,
      Interruption interruption) {
    this.environment = environment;
    this.messages = messages;
    this.clock = clock;
    this.postgresVersion = postgresVersion;
    this.ticker = ticker;
    this.beforeDatabase = beforeDatabase;
    this.interruption = interruption;
  }

  /** What standard error is. */
  public Terminal terminal(PrintWriter err) {
    return new Terminal(err, environment.screen(), clock);
  }

  /** Whether standard output takes colours. */
  public boolean colours() {
    return environment.colours();
  }

  /** Whether a person reads standard output, rather than a file or a program. */
  public boolean isRead() {
    return environment.isTerminal("stdout");
  }

  /** The locks that are in the way of the command, as far as its databases tell. */
  public List<TableLock> locks() {
    return last.map(DatabaseAccess::locks).orElse(List.of());
  }

  /** For a command that a signal may break off at any moment, opening included. */
  public Workplaces abortedBySignal() {
    interruption.abortsOnSignal();
    return this;
  }

  /** The same without a database where none is named. */
  public Workplace openWithOrWithoutDatabase(DatabaseOptions common, Terminal terminal)
      throws IOException, InterruptedException, SQLException {
    return common.namesDatabase(common.common().settings(environment))
        ? open(common, terminal)
        : openWithoutDatabase(common.common(), terminal);
  }

  /**
   * With the database whose address is in this variable, unless the options name another one;
   * without one where it is not set, which is said.
   */
  public Workplace openVariable(DatabaseOptions common, String variable, Terminal terminal)
      throws IOException, InterruptedException, SQLException {
    if (common.namesDatabase()) {
      return open(common, terminal);
    }
    Settings settings = settings(common.common(), terminal);
    if (settings.find(variable).isEmpty()) {
      terminal.say(messages.text("project.unset", variable));
      return openWithoutDatabase(common.common(), terminal);
    }
    DatabaseAddress address = new DatabaseAddress(variable, settings.required(variable));
    return check(settings, terminal, databases -> opened(address, databases));
  }

  /** Without a database, unless the options themselves name one. */
  public Workplace openAsOptionsSay(DatabaseOptions common, Terminal terminal)
      throws IOException, InterruptedException, SQLException {
    return common.namesDatabase()
        ? open(common, terminal)
        : openWithoutDatabase(common.common(), terminal);
  }

  /** For what brings its own database along. */
  public Workplace openWithoutDatabase(CommonOptions common, Terminal terminal) {
    Settings settings = settings(common, terminal);
    RequestLog requests = new RequestLines(terminal, messages);
    DatabaseAccess databases = databases(settings, terminal, unlimited(), LockPatience.CHECK);
    return new Workplace(settings, requests, databases, interruption, Workplace.Opened.NOTHING);
  }

  public Workplace open(DatabaseOptions common, Terminal terminal)
      throws IOException, InterruptedException, SQLException {
    Settings settings = settings(common.common(), terminal);
    return check(settings, terminal, databases -> open(common, settings, databases));
  }

  /** The same for a sync, within a time limit, in which connecting counts. */
  public Workplace open(DatabaseOptions common, Terminal terminal, TimeBox box)
      throws IOException, InterruptedException, SQLException {
    Settings settings = settings(common.common(), terminal);
    return open(
        settings,
        databases(settings, terminal, box, LockPatience.SYNC),
        terminal,
        box,
        databases -> open(common, settings, databases));
  }

  /** Opens what is worked on. */
  private interface DatabaseOpening {
    Workplace.Opened by(DatabaseAccess databases)
        throws IOException, InterruptedException, SQLException;
  }

  private Workplace check(Settings settings, Terminal terminal, DatabaseOpening opening)
      throws IOException, InterruptedException, SQLException {
    TimeBox box = unlimited();
    DatabaseAccess databases = databases(settings, terminal, box, LockPatience.CHECK);
    return open(settings, databases, terminal, box, opening);
  }

  private Workplace open(
      Settings settings,
      DatabaseAccess databases,
      Terminal terminal,
      TimeBox box,
      DatabaseOpening opening)
      throws IOException, InterruptedException, SQLException {
    RequestLog requests = new RequestLines(terminal, messages);
    try {
      Workplace.Opened opened = opening.by(databases);
      interruption.ends(box);
      return new Workplace(settings, requests, databases, interruption, opened);
    } catch (IOException | InterruptedException | SQLException | RuntimeException failure) {
      new Workplace(settings, requests, databases, interruption, Workplace.Opened.NOTHING).close();
      throw failure;
    }
  }

  private Workplace.Opened open(DatabaseOptions common, Settings settings, DatabaseAccess databases)
      throws IOException, InterruptedException, SQLException {
    if (!common.sandbox().wanted()) {
      return opened(common.databaseAddress(settings), databases);
    }
    beforeDatabase.run();
    SandboxServer sandbox = SandboxServer.start(common.sandbox().options(), clock);
    try {
      Database database = databases.openEmbedded(common.sandbox().database());
      return new Workplace.Opened(Optional.of(sandbox), Optional.of(database));
    } catch (IOException | InterruptedException | SQLException | RuntimeException failure) {
      sandbox.close();
      throw failure;
    }
  }

  private Workplace.Opened opened(DatabaseAddress address, DatabaseAccess databases)
      throws IOException, InterruptedException, SQLException {
    beforeDatabase.run();
    return new Workplace.Opened(Optional.empty(), Optional.of(databases.open(address)));
  }

  private Settings settings(CommonOptions common, Terminal terminal) {
    Settings settings = common.settings(environment);
    settings.warnings(messages).forEach(terminal::say);
    return settings;
  }

  /** From now on a signal waits for the command. */
  private DatabaseAccess databases(
      Settings settings, Terminal terminal, TimeBox box, LockPatience patience) {
    DatabaseAccess databases =
        new DatabaseAccess(settings, messages, terminal, postgresVersion, box, patience);
    last = Optional.of(databases);
    interruption.begin(databases::abandon, databases::mayLeaveServer, databases::locks);
    return databases;
  }

  private TimeBox unlimited() {
    return new TimeBox(Duration.ZERO, ticker);
  }
}
