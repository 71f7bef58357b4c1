package de.qapix.cli.sync;

import de.qapix.cli.CheckFailedException;
import de.qapix.cli.CommonOptions;
import de.qapix.cli.Terminal;
import de.qapix.cli.Workplace;
import de.qapix.cli.Workplaces;
import de.qapix.cli.migrate.SchemaReadiness;
import java.io.PrintWriter;

/** Opens the database for commands that look at what syncs have left there. */
public final class HistoryAccess {

  /** What a command does with the workplace. */
  interface Work<T> {
    T in(Workplace place, Terminal terminal) throws InterruptedException;
  }

  private final Workplaces workplaces;
  private final SchemaReadiness schemas;

  public HistoryAccess(Workplaces workplaces, SchemaReadiness schemas) {
    this.workplaces = workplaces;
    this.schemas = schemas;
  }

  /**
   * Does something with the database that the options mean.
   *
   * @throws CheckFailedException when it lacks migrations
   */
  <T> T on(CommonOptions common, PrintWriter err, Work<T> work) throws Exception {
    Terminal terminal = common.on(workplaces.terminal(err));
    try (Workplace place = workplaces.open(common, terminal)) {
      schemas.prepareHistory(place, terminal);
      return work.in(place, terminal);
    }
  }
}
