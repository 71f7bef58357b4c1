package de.qapix.migrate;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.internal.exception.FlywayMigrateException;
import org.jooq.exception.DataAccessException;

/** Sorts what Flyway and the database throw by who can act. */
final class FlywayFailures {

  private static final String LOCK_NOT_AVAILABLE = "55P03";
  private static final String INSUFFICIENT_PRIVILEGE = "42501";

  /** Connection, authorization, no such database, no resources, shut down: not about migrations. */
  private static final Set<String> CONNECTION_CLASSES = Set.of("08", "28", "3D", "53", "57P");

  private final Supplier<Optional<Session>> blocker;

  /** The blocker is asked for only when a lock was not to be had. */
  FlywayFailures(Supplier<Optional<Session>> blocker) {
    this.blocker = blocker;
  }

  /** Whether the same may succeed a little later. */
  static boolean isLockTimeout(RuntimeException failure) {
    return sqlCause(failure)
        .map(SQLException::getSQLState)
        .filter(LOCK_NOT_AVAILABLE::equals)
        .isPresent();
  }

  /** A {@link MigrationException} where a person can act on the migration, else the database's. */
  RuntimeException sorted(RuntimeException failure) {
    if (failure instanceof FlywayException flyway
        && flyway.getErrorCode() == CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE) {
      return new MigrationException(new Obstacle.NotOurs(MigrationHistory.SCHEMA), failure);
    }
    if (failure instanceof MigrationException) {
      return failure;
    }
    return sqlCause(failure)
        .map(cause -> sorted(failure, cause))
        .orElseGet(
            () ->
                failure instanceof FlywayMigrateException in
                    ? failed(in, "", in.getMessage())
                    : failure);
  }

  private RuntimeException sorted(RuntimeException failure, SQLException cause) {
    String state = Optional.ofNullable(cause.getSQLState()).orElse("");
    if (state.equals(LOCK_NOT_AVAILABLE)) {
      return new MigrationException(new Obstacle.Locked(blocker.get()), cause);
    }
    if (state.equals(INSUFFICIENT_PRIVILEGE)) {
      return new MigrationException(new Obstacle.Denied(ServerMessage.of(cause)), cause);
    }
    boolean connection = CONNECTION_CLASSES.stream().anyMatch(state::startsWith);
    if (failure instanceof FlywayMigrateException in && !connection) {
      return failed(in, state, ServerMessage.of(cause));
    }
    return new DataAccessException(cause.getMessage(), cause);
  }

  private static MigrationException failed(
      FlywayMigrateException failure, String state, String reason) {
    return new MigrationException(
        new Obstacle.Failed(
            failure.getMigration().getScript(), ServerMessage.line(failure), state, reason),
        failure);
  }

  private static Optional<SQLException> sqlCause(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return Optional.of(sql);
      }
    }
    return Optional.empty();
  }
}
