package de.qapix.migrate;

import de.qapix.catalog.TableLock;
import de.qapix.sql.ServerRefusal;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.jooq.exception.DataAccessException;

/** Sorts what Flyway and the database throw by who can act. */
final class FlywayFailures {

  /** A lock was not to be had in time, or only if someone else had given up theirs. */
  private static final Set<String> LOCK_STATES = Set.of("55P03", "40P01");

  private static final String INSUFFICIENT_PRIVILEGE = "42501";

  /** Connection, authorization, no such database, no resources, shut down: not about migrations. */
  private static final Set<String> CONNECTION_CLASSES = Set.of("08", "28", "3D", "53", "57P");

  private final Supplier<Optional<TableLock>> blocker;

  /** The blocker is asked for only when a lock was not to be had. */
  FlywayFailures(Supplier<Optional<TableLock>> blocker) {
    this.blocker = blocker;
  }

  /** Whether the same may succeed a little later. */
  static boolean isLockTimeout(RuntimeException failure) {
    return sqlCause(failure)
        .map(SQLException::getSQLState)
        .filter(LOCK_STATES::contains)
        .isPresent();
  }

  /** A {@link MigrationException} where a person can act on the migration, else the database's. */
  RuntimeException sorted(RuntimeException failure) {
    if (failure instanceof FlywayException flyway
        && flyway.getErrorCode() == CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE) {
      return new MigrationException(new Obstacle.NotOurs(HistoryTable.SCHEMA), failure);
    }
    if (failure instanceof MigrationException) {
      return failure;
    }
    return sqlCause(failure).map(cause -> sorted(failure, cause)).orElse(failure);
  }

  private RuntimeException sorted(RuntimeException failure, SQLException cause) {
    String state = Optional.ofNullable(cause.getSQLState()).orElse("");
    if (LOCK_STATES.contains(state)) {
      return new MigrationException(new Obstacle.Locked(blocker.get()), cause);
    }
    if (state.equals(INSUFFICIENT_PRIVILEGE)) {
      return new MigrationException(new Obstacle.Denied(ServerRefusal.of(cause).message()), cause);
    }
    boolean connection = CONNECTION_CLASSES.stream().anyMatch(state::startsWith);
    if (failure instanceof StatementException in && !connection) {
      return new MigrationException(
          new Obstacle.Failed(in.file(), in.line(), state, ServerRefusal.of(cause).message()),
          failure);
    }
    return new DataAccessException(cause.getMessage(), cause);
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
