package de.qapix.cli.migrate;

import de.qapix.cli.CheckFailedException;
import de.qapix.cli.Consent;
import de.qapix.cli.DatabaseOptions;
import de.qapix.cli.Messages;
import de.qapix.cli.Question;
import de.qapix.cli.Terminal;
import de.qapix.cli.Workplace;
import de.qapix.cli.Workplaces;
import de.qapix.migrate.Migrations;
import de.qapix.migrate.SchemaVersionProbe;
import de.qapix.postgres.ConnectionSettings;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** Whether a database is ready for a command, and making it so where that was asked for. */
public final class SchemaReadiness {

  private static final int EXAMPLES = 3;

  private final Workplaces workplaces;
  private final Question question;
  private final Messages messages;

  /**
   * @param question how a user is asked
   */
  public SchemaReadiness(Workplaces workplaces, Question question, Messages messages) {
    this.workplaces = workplaces;
    this.question = question;
    this.messages = messages;
  }

  /** Does something with the migrations of the database that the options mean. */
  int on(DatabaseOptions common, Terminal terminal, Consent consent, ToIntFunction<Migrations> work)
      throws IOException, InterruptedException, SQLException {
    Workplaces opening = consent == Consent.NOT_NEEDED ? workplaces.abortedBySignal() : workplaces;
    try (Workplace place = opening.open(common, terminal)) {
      Migrations migrations = migrations(place);
      if (consent != Consent.NOT_NEEDED
          && !SchemaVersionProbe.isUpToDate(place.database().dataSource())) {
        announce(place, migrations, consent, terminal);
      }
      return work.applyAsInt(migrations);
    }
  }

  /** The migrations of the database of a workplace. */
  static Migrations migrations(Workplace place) {
    return new Migrations(place.database().unpooled(), place.sharedSchema());
  }

  /** Which database is changed, as a port is quickly mistyped; and whether it is the right one. */
  private void announce(
      Workplace place, Migrations migrations, Consent consent, Terminal terminal) {
    if (place.isSandbox()) {
      return;
    }
    ConnectionSettings database = place.database().settings();
    terminal.say(messages.text("migrate.into", database.database(), database.servers()));
    if (consent == Consent.GIVEN || !question.isPossible()) {
      return;
    }
    List<String> foreign = migrations.foreignTables();
    if (!foreign.isEmpty() && !question.yes(words(foreign), terminal.err())) {
      throw new CheckFailedException("migrate.declined");
    }
  }

  private String words(List<String> foreign) {
    String examples = String.join(", ", foreign.subList(0, Math.min(EXAMPLES, foreign.size())));
    return messages.text("migrate.foreign", foreign.size(), examples);
  }

  /**
   * Makes sure that a sync can begin: applies migrations in the try-out world or when told to.
   *
   * @throws CheckFailedException when some are pending otherwise
   */
  public void prepare(Workplace place, Optional<Consent> migrate, Terminal terminal) {
    if (SchemaVersionProbe.isReady(place.database().dataSource(), place.sharedSchema())) {
      return;
    }
    complete(place, migrate, terminal);
    migrations(place).checkShared();
  }

  /** The same for what does without the two shared tables. */
  public void prepareHistory(Workplace place, Terminal terminal) {
    if (!SchemaVersionProbe.isUpToDate(place.database().dataSource())) {
      complete(place, Optional.empty(), terminal);
    }
  }

  private void complete(Workplace place, Optional<Consent> migrate, Terminal terminal) {
    Migrations migrations = migrations(place);
    int pending = migrations.pending();
    if (pending == 0) {
      return;
    }
    if (migrate.isEmpty() && !place.isSandbox()) {
      throw new CheckFailedException("migrate.pending", pending);
    }
    place
        .interruption()
        .unhurried(
            () -> {
              announce(place, migrations, migrate.orElse(Consent.GIVEN), terminal);
              int applied = migrations.migrate(new MigrationNotices(terminal, messages)).size();
              terminal.say(messages.text("migrate.applied", applied));
            });
  }
}
