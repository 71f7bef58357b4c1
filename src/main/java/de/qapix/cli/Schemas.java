package de.qapix.cli;

import de.qapix.schema.Migrations;

/** Whether a database is ready for a command, and making it so where that was asked for. */
public final class Schemas {

  private final Messages messages;

  public Schemas(Messages messages) {
    this.messages = messages;
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
    Migrations migrations = migrations(place);
    int pending = migrations.pending();
    if (pending == 0) {
      return;
    }
    if (!migrate && !place.isSandbox()) {
      throw new NotInOrderException("migrate.pending", pending);
    }
    int applied = migrations.migrate(new MigrationNotices(messages, terminal)).size();
    terminal.say(messages.text("migrate.applied", applied));
  }
}
