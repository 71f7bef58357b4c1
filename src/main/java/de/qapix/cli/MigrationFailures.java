package de.qapix.cli;

import de.qapix.schema.MigrationException;
import de.qapix.schema.MigrationStatus;
import de.qapix.schema.Obstacle;
import de.qapix.schema.Session;
import de.qapix.schema.TableProblem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What keeps a migration from being done. */
final class MigrationFailures {

  private final Messages messages;

  MigrationFailures(Messages messages) {
    this.messages = messages;
  }

  /** A session as people can find it on the server. */
  static String name(Optional<Session> session) {
    return session
        .map(found -> found.application() + " (" + found.user() + ", pid " + found.pid() + ")")
        .orElse("?");
  }

  Failure of(MigrationException failure) {
    Obstacle obstacle = failure.obstacle();
    if (obstacle instanceof Obstacle.Busy busy) {
      return failure(ExitCode.LOCKED, "busy", name(busy.by()));
    }
    if (obstacle instanceof Obstacle.Locked locked) {
      return failure(ExitCode.UNAVAILABLE, "locked", name(locked.by()));
    }
    if (obstacle instanceof Obstacle.Denied denied) {
      return failure(ExitCode.UNAVAILABLE, "denied", denied.reason());
    }
    if (obstacle instanceof Obstacle.Failed failed) {
      return failure(
          ExitCode.NOT_IN_ORDER,
          "failed",
          failed.file() + ":" + failed.line(),
          failed.reason(),
          failed.sqlState());
    }
    if (obstacle instanceof Obstacle.Incompatible tables) {
      return failure(ExitCode.NOT_IN_ORDER, "incompatible", lines(tables.problems()));
    }
    if (obstacle instanceof Obstacle.Newer newer) {
      return failure(ExitCode.NOT_IN_ORDER, "newer", String.join(", ", newer.versions()));
    }
    if (obstacle instanceof Obstacle.Unsound unsound) {
      return failure(
          ExitCode.NOT_IN_ORDER,
          "unsound",
          unsound.migrations().stream()
              .map(MigrationStatus::version)
              .collect(Collectors.joining(", ")));
    }
    return failure(ExitCode.NOT_IN_ORDER, "foreign", ((Obstacle.NotOurs) obstacle).schema());
  }

  private String lines(List<TableProblem> problems) {
    return problems.stream()
        .map(problem -> System.lineSeparator() + "  " + problem)
        .collect(Collectors.joining());
  }

  private Failure failure(ExitCode code, String kind, Object... arguments) {
    String key = "migrate.failure." + kind;
    return new Failure(
        code,
        "migration-" + kind,
        messages.text(key, arguments),
        messages.text(key + ".hint", arguments));
  }
}
