package de.qapix.cli.failure;

import static java.util.stream.Collectors.joining;

import de.qapix.catalog.TableProblem;
import de.qapix.cli.ExitCode;
import de.qapix.cli.Messages;
import de.qapix.migrate.MigrationException;
import de.qapix.migrate.MigrationStatus;
import de.qapix.migrate.Obstacle;

/** What keeps a migration from being done, in words. */
public final class MigrationFailures {

  private MigrationFailures() {}

  public static Failure of(MigrationException failure, Messages messages) {
    Obstacle obstacle = failure.obstacle();
    if (obstacle instanceof Obstacle.Busy busy) {
      return of("busy", ExitCode.LOCKED, messages, new LockWords(messages).inBrackets(busy.by()));
    }
    if (obstacle instanceof Obstacle.Locked locked) {
      LockWords words = new LockWords(messages);
      return new Failure(
          ExitCode.UNAVAILABLE,
          "migration-locked",
          messages.text("migrate.failure.locked", words.of(locked.by())),
          messages.text("migrate.hint.locked", words.release(locked.by())));
    }
    if (obstacle instanceof Obstacle.Denied denied) {
      return of("denied", ExitCode.UNAVAILABLE, messages, denied.reason());
    }
    if (obstacle instanceof Obstacle.Failed failed) {
      return of(
          "failed",
          ExitCode.NOT_IN_ORDER,
          messages,
          failed.file() + ":" + failed.line(),
          failed.reason(),
          failed.sqlState());
    }
    if (obstacle instanceof Obstacle.HalfDone half) {
      return of(
          "half-done",
          ExitCode.NOT_IN_ORDER,
          messages,
          half.file() + ":" + half.line(),
          half.reason(),
          half.sqlState());
    }
    if (obstacle instanceof Obstacle.Rewritten rewritten) {
      return of(
          "rewritten",
          ExitCode.NOT_IN_ORDER,
          messages,
          rewritten.file() + ":" + rewritten.line(),
          rewritten.before().indent(2).stripTrailing());
    }
    if (obstacle instanceof Obstacle.Incompatible incompatible) {
      return of(
          "incompatible",
          ExitCode.NOT_IN_ORDER,
          messages,
          incompatible.problems().stream()
              .map(problem -> "\n  " + words(problem, messages))
              .collect(joining()));
    }
    if (obstacle instanceof Obstacle.Elsewhere elsewhere) {
      return of(
          "elsewhere",
          ExitCode.NOT_IN_ORDER,
          messages,
          elsewhere.schema(),
          String.join(", ", elsewhere.others()),
          elsewhere.others().get(0));
    }
    if (obstacle instanceof Obstacle.Gone gone) {
      return of(
          "gone", ExitCode.NOT_IN_ORDER, messages, gone.schema(), String.join(", ", gone.tables()));
    }
    if (obstacle instanceof Obstacle.Newer newer) {
      return of("newer", ExitCode.NOT_IN_ORDER, messages, String.join(", ", newer.versions()));
    }
    if (obstacle instanceof Obstacle.Unsound unsound) {
      return of(
          "unsound",
          ExitCode.NOT_IN_ORDER,
          messages,
          unsound.migrations().stream()
              .map(migration -> "\n  " + words(migration, messages))
              .collect(joining()));
    }
    return of("not-ours", ExitCode.NOT_IN_ORDER, messages, ((Obstacle.NotOurs) obstacle).schema());
  }

  /** One line about a table. */
  public static String words(TableProblem problem, Messages messages) {
    return messages.text(
        "migrate.table." + problem.kind(),
        problem.table(),
        problem.column(),
        problem.expected(),
        problem.found());
  }

  private static String words(MigrationStatus migration, Messages messages) {
    return "%s %s: %s"
        .formatted(
            migration.version(),
            migration.description(),
            messages.text("migrate.state." + migration.state()));
  }

  private static Failure of(String kind, ExitCode code, Messages messages, Object... arguments) {
    return new Failure(
        code,
        "migration-" + kind,
        messages.text("migrate.failure." + kind, arguments),
        messages.text("migrate.hint." + kind, arguments));
  }
}
