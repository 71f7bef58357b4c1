package de.qapix.cli;

import de.qapix.data.api.TimeBox;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
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

  /** The same without a database where none is named. */
  public Workplace openWithOrWithoutDatabase(CommonOptions common, Terminal terminal)
      throws IOException, InterruptedException, SQLException {
    return common.namesDatabase(common.settings(environment))
        ? open(common, terminal)
        : openWithoutDatabase(common, terminal);
  }

  /** For what brings its own database along. */
  public Workplace openWithoutDatabase(CommonOptions common, Terminal terminal) {
    return closed(common, terminal, new TimeBox(Duration.ZERO, ticker));
  }

  private Workplace closed(CommonOptions common, Terminal terminal, TimeBox box) {
    Settings settings = common.settings(environment);
    settings.warnings(messages).forEach(terminal::say);
    return new Workplace(
        settings,
        messages,
        clock,
        postgresVersion,
        terminal,
        ticker,
        beforeDatabase,
        interruption,
        box);
  }

  public Workplace open(CommonOptions common, Terminal terminal)
      throws IOException, InterruptedException, SQLException {
    return open(common, terminal, new TimeBox(Duration.ZERO, ticker));
  }

  /** The same within a time limit, in which connecting counts. */
  public Workplace open(CommonOptions common, Terminal terminal, TimeBox box)
      throws IOException, InterruptedException, SQLException {
    Workplace place = closed(common, terminal, box);
    try {
      if (common.sandbox().wanted()) {
        place.openSandbox(common.sandbox());
      } else {
        place.openDatabase(common.databaseAddress(place.settings()));
      }
      return place;
    } catch (IOException | InterruptedException | SQLException | RuntimeException failure) {
      place.close();
      throw failure;
    }
  }
}
