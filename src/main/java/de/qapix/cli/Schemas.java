package de.qapix.cli;

import de.qapix.migrate.Migrations;
import de.qapix.migrate.QuickLook;
import java.io.IOException;
import java.sql.SQLException;
import java.util.function.ToIntFunction;

/** Whether a database is ready for a command, and making it so where that was asked for. */
public final class Schemas {

  private final Workplaces workplaces;
  private final Messages messages;

  public Schemas(Workplaces workplaces, Messages messages) {
    this.workplaces = workplaces;
    this.messages = messages;
  }

  /** Does something with the migrations of the database that the options mean. */
  public int on(CommonOptions common, Terminal terminal, ToIntFunction<Migrations> work)
      throws IOException, InterruptedException, SQLException {
    try (Workplace place = workplaces.open(common, terminal)) {
      return work.applyAsInt(migrations(place));
    }
  }

  /** The migrations of the database of a workplace. */
  static Migrations migrations(Workplace place) {
    return new Migrations(place.database().unpooled(), place.database().settings().sharedSchema());
  }

  /**
   * Makes sure that all migrations are applied: applies them in the try-out world or when told to.
   *
   * @throws NotInOrderException when some are pending otherwise
   */
  void prepare(Workplace place, boolean migrate, Terminal terminal) {
    if (QuickLook.isUpToDate(place.database().dataSource())) {
      return;
    }
    Migrations migrations = migrations(place);
    int pending = migrations.pending();
    if (pending == 0) {
      return;
    }
    if (!migrate && !place.isSandbox()) {
      throw new NotInOrderException("migrate.pending", pending);
    }
    int applied = migrations.migrate(new MigrationNotices(terminal, messages)).size();
    terminal.say(messages.text("migrate.applied", applied));
  }
}
