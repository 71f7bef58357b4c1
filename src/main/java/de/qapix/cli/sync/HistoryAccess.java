package de.qapix.cli.sync;

import de.qapix.cli.CheckFailedException;
import de.qapix.cli.DatabaseOptions;
import de.qapix.cli.Terminal;
import de.qapix.cli.Workplace;
import de.qapix.cli.Workplaces;
import de.qapix.cli.migrate.SchemaReadiness;
import java.io.PrintWriter;

/** Opens the database for commands that look at what syncs have left there. */
public final class HistoryAccess {

  /** What a command does with the workplace. */
  interface Work<T> {
    T in(Workplace place) throws InterruptedException;
  }

  private final Workplaces workplaces;
  private final SchemaReadiness schemas;

  public HistoryAccess(Workplaces workplaces, SchemaReadiness schemas) {
    this.workplaces = workplaces;
    this.schemas = schemas;
  }

  /** What standard error is. */
  Terminal terminal(PrintWriter err) {
    return workplaces.terminal(err);
  }

  /**
   * Does something with the database that the options mean.
   *
   * @throws CheckFailedException when it lacks migrations
   */
  <T> T on(DatabaseOptions common, Terminal terminal, Work<T> work) throws Exception {
    try (Workplace place = workplaces.open(common, terminal)) {
      schemas.prepareHistory(place, terminal);
      return work.in(place);
    }
  }
}
