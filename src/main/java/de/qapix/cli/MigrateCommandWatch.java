package de.qapix.cli;

import de.qapix.schema.MigrationWatch;
import de.qapix.schema.Session;
import java.io.PrintWriter;
import java.util.Optional;

/** Tells on standard error why a migration takes its time. */
final class MigrateCommandWatch implements MigrationWatch {

  private final PrintWriter err;
  private final Messages messages;

  MigrateCommandWatch(PrintWriter err, Messages messages) {
    this.err = err;
    this.messages = messages;
  }

  @Override
  public void waiting(Optional<Session> behind) {
    say("migrate.waiting", MigrateCommandFailure.words(behind, messages));
  }

  @Override
  public void retrying(int attempt, int attempts, Optional<Session> behind) {
    say("migrate.retrying", MigrateCommandFailure.words(behind, messages), attempt, attempts);
  }

  private void say(String key, Object... arguments) {
    err.println(messages.text(key, arguments));
    err.flush();
  }
}
