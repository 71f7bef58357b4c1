package de.qapix.cli;

import de.qapix.schema.MigrationWatch;
import de.qapix.schema.Session;
import java.util.Optional;

/** Tells the user why a migration takes longer than it should. */
final class MigrationNotices implements MigrationWatch {

  private final Messages messages;
  private final Terminal terminal;

  MigrationNotices(Messages messages, Terminal terminal) {
    this.messages = messages;
    this.terminal = terminal;
  }

  @Override
  public void waiting(Optional<Session> behind) {
    terminal.say(messages.text("migrate.waiting", MigrationFailures.name(behind)));
  }

  @Override
  public void retrying(int attempt, int attempts, Optional<Session> behind) {
    terminal.say(
        messages.text("migrate.retrying", MigrationFailures.name(behind), attempt, attempts));
  }
}
