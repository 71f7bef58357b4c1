package de.qapix.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.InstantSource;

/** Opens what a command works with, from its options and from what is set outside. */
public final class Workplaces {

  private final Settings environment;
  private final Messages messages;
  private final InstantSource clock;
  private final String postgresVersion;

  /**
   * @param postgresVersion of the embedded server
   */
  public Workplaces(
      Settings environment, Messages messages, InstantSource clock, String postgresVersion) {
    this.environment = environment;
    this.messages = messages;
    this.clock = clock;
    this.postgresVersion = postgresVersion;
  }

  Terminal terminal(PrintWriter err, boolean quiet) {
    return new Terminal(err, environment.isTerminal("stderr"), environment.columns(), quiet);
  }

  Workplace open(CommonOptions common, Terminal terminal)
      throws IOException, InterruptedException, SQLException {
    Workplace place =
        new Workplace(common.settings(environment), messages, clock, postgresVersion, terminal);
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

  Messages messages() {
    return messages;
  }

  InstantSource clock() {
    return clock;
  }
}
