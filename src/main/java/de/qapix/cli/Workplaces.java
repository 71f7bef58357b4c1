package de.qapix.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
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

  /**
   * @param postgresVersion of the embedded server
   * @param beforeDatabase is run before anything of a database is touched
   */
  public Workplaces(
      Settings environment,
      Messages messages,
      InstantSource clock,
      String postgresVersion,
      LongSupplier ticker,
      Runnable beforeDatabase) {
    this.environment = environment;
    this.messages = messages;
    this.clock = clock;
    this.postgresVersion = postgresVersion;
    this.ticker = ticker;
    this.beforeDatabase = beforeDatabase;
  }

  /** What standard error is. */
  public Terminal terminal(PrintWriter err) {
    return new Terminal(err, environment.screen(), clock);
  }

  /** Whether standard output takes colours. */
  boolean colours() {
    return environment.colours();
  }

  /** Whether a person reads standard output, rather than a file or a program. */
  boolean isRead() {
    return environment.isTerminal("stdout");
  }

  /** The same without a database where none is named. */
  Workplace openWithOrWithoutDatabase(CommonOptions common, Terminal terminal)
      throws IOException, InterruptedException, SQLException {
    return common.namesDatabase(common.settings(environment))
        ? open(common, terminal)
        : closed(common, terminal);
  }

  /** For what brings its own database along. */
  Workplace openWithoutDatabase(CommonOptions common, Terminal terminal) {
    return closed(common, terminal);
  }

  private Workplace closed(CommonOptions common, Terminal terminal) {
    Settings settings = common.settings(environment);
    settings.warnings(messages).forEach(terminal::say);
    return new Workplace(
        settings, messages, clock, postgresVersion, terminal, ticker, beforeDatabase);
  }

  Workplace open(CommonOptions common, Terminal terminal)
      throws IOException, InterruptedException, SQLException {
    Workplace place = closed(common, terminal);
    try {
      if (common.sandbox().wanted()) {
        place.openSandbox(common.sandbox());
      } else {
        place.openDatabase(common.databaseUrl(place.settings()));
      }
      return place;
    } catch (IOException | InterruptedException | SQLException | RuntimeException failure) {
      place.close();
      throw failure;
    }
  }
}
