package de.qapix.cli.migrate;

import de.qapix.catalog.Session;
import de.qapix.catalog.TableLock;
import de.qapix.catalog.WriteObstacle;
import de.qapix.cli.Messages;
import de.qapix.cli.Terminal;
import de.qapix.cli.failure.LockWords;
import de.qapix.migrate.EditedMigration;
import de.qapix.migrate.MigrationStatus;
import de.qapix.migrate.MigrationWatch;
import de.qapix.migrate.Recovery;
import java.util.List;
import java.util.Optional;

/** Tells on standard error why a migration takes its time. */
final class MigrationNotices implements MigrationWatch {

  private final Terminal terminal;
  private final Messages messages;

  MigrationNotices(Terminal terminal, Messages messages) {
    this.terminal = terminal;
    this.messages = messages;
  }

  @Override
  public void waiting(Optional<Session> behind) {
    say("migrate.waiting", new LockWords(messages).inBrackets(behind));
  }

  @Override
  public void retrying(int attempt, int attempts, Optional<TableLock> behind) {
    say("migrate.retrying", new LockWords(messages).of(behind), attempt, attempts);
  }

  @Override
  public void accepting(List<EditedMigration> edits) {
    for (EditedMigration edit : edits) {
      say("migrate.accepting", edit.version(), edit.description());
      edit.lines().forEach(terminal::say);
    }
  }

  @Override
  public void leaving(List<MigrationStatus> begun) {
    for (MigrationStatus migration : begun) {
      say("migrate.leaving", migration.version(), migration.begun().orElseThrow().place());
    }
  }

  @Override
  public void recovering(Recovery recovery) {
    if (recovery instanceof Recovery.Resumed resumed) {
      say("migrate.resumed", resumed.file() + ":" + resumed.line());
    } else if (recovery instanceof Recovery.AlreadyThere there) {
      say("migrate.already-there", there.file() + ":" + there.line());
    } else if (recovery instanceof Recovery.IndexDropped dropped) {
      say("migrate.index-dropped", dropped.index());
    } else {
      say("migrate.detach-finished", ((Recovery.DetachFinished) recovery).partition());
    }
  }

  /** What may keep a sync from writing, which is no reason not to migrate. */
  void unwritable(List<WriteObstacle> obstacles) {
    for (WriteObstacle obstacle : obstacles) {
      String words =
          messages.text(
              "migrate.unwritable." + obstacle.kind(),
              obstacle.table(),
              obstacle.name(),
              obstacle.definition());
      say("warning", words);
    }
  }

  private void say(String key, Object... arguments) {
    terminal.say(messages.text(key, arguments));
  }
}
