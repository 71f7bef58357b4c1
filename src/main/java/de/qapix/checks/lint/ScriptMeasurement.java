package de.qapix.checks.lint;

import static java.util.stream.Collectors.toUnmodifiableSet;

import de.qapix.sql.Action;
import de.qapix.sql.Restricted;
import de.qapix.sql.ServerRefusal;
import de.qapix.sql.SqlStatement;
import de.qapix.sql.SqlTokens;
import de.qapix.sql.TransactionStep;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Runs the statements of one script on a scratch database, all in one transaction as a migration
 * does, and sees what each of them locks, rewrites and reads. A statement that fails is taken back.
 * The script's own COMMIT and ROLLBACK are done here, so that none goes unnoticed.
 */
final class ScriptMeasurement {

  private static final int SECONDS_PER_STATEMENT = 60;

  private final Connection connection;
  private final MissingRoleRemedy remedy;
  private final LockSnapshots snapshots;
  private Optional<LockSnapshot> known = Optional.empty();
  private boolean over;

  /**
   * @param newest the largest oid that effects are told of
   * @param last the objects as they were the last time that somebody looked
   */
  ScriptMeasurement(
      Connection connection, long newest, MissingRoleRemedy remedy, MeasuredObjects last)
      throws SQLException {
    this.connection = connection;
    this.remedy = remedy;
    this.snapshots = new LockSnapshots(connection, newest, last);
    connection.setAutoCommit(false);
  }

  /** The scratch database as it is now. */
  LockSnapshot now() {
    known = known.or(() -> Optional.of(snapshots.now()));
    return known.get();
  }

  StatementMeasurement run(SqlStatement statement) throws SQLException {
    if (over) {
      return StatementMeasurement.unknown(known.orElse(LockSnapshot.NOTHING));
    }
    LockSnapshot before = now();
    TransactionStep step = TransactionStep.of(statement);
    if (step != TransactionStep.NONE) {
      return measured(before, take(step));
    }
    if (isLeftOut(statement)) {
      return StatementMeasurement.unknown(before);
    }
    return runsOutside(statement) ? outside(statement, before) : inside(statement, before);
  }

  /** Keeps what the script did, for the ones behind it, unless the server refuses that. */
  Optional<ServerRefusal> end() throws SQLException {
    return over ? Optional.empty() : take(TransactionStep.COMMIT);
  }

  /** The bodies of routines that are called by one of these names. */
  List<String> routines(Collection<String> names) {
    return over || names.isEmpty() ? List.of() : snapshots.routines(names);
  }

  private Optional<ServerRefusal> take(TransactionStep step) throws SQLException {
    if (step == TransactionStep.COMMIT) {
      known = Optional.empty();
      return commit();
    }
    if (step == TransactionStep.ROLLBACK) {
      known = Optional.empty();
      connection.rollback();
    }
    return Optional.empty();
  }

  /** Constraints that are deferred speak up here. */
  private Optional<ServerRefusal> commit() throws SQLException {
    try {
      connection.commit();
      return Optional.empty();
    } catch (SQLException failure) {
      connection.rollback();
      return Optional.of(ServerRefusal.of(failure));
    }
  }

  private static StatementMeasurement measured(
      LockSnapshot before, Optional<ServerRefusal> refusal) {
    return refusal
        .map(told -> StatementMeasurement.refused(before, told))
        .orElseGet(() -> StatementMeasurement.unknown(before));
  }

  private StatementMeasurement inside(SqlStatement statement, LockSnapshot before)
      throws SQLException {
    Savepoint savepoint = connection.setSavepoint();
    try {
      execute(statement);
    } catch (SQLException failure) {
      takeBack(savepoint);
      if (!over && remedy.helps(failure, connection)) {
        return inside(statement, before);
      }
      // What was read is counted nevertheless.
      known = Optional.empty();
      ServerRefusal refusal = ServerRefusal.of(failure);
      return refusal.isForWantOfRights()
          ? StatementMeasurement.unknown(before)
          : StatementMeasurement.refused(before, refusal);
    }
    try {
      connection.releaseSavepoint(savepoint);
    } catch (SQLException gone) {
      over = true;
      return StatementMeasurement.unknown(before);
    }
    LockSnapshot after =
        before.mayMeanOthersAfter(statement) ? snapshots.now() : snapshots.after(before);
    Set<Long> emptied = emptied(before, after);
    known = emptied.isEmpty() ? Optional.of(after) : Optional.empty();
    return StatementMeasurement.ran(before, after, emptied);
  }

  /** The tables from which rows were deleted, and which have none now. */
  private Set<Long> emptied(LockSnapshot before, LockSnapshot after) {
    return after.relations().values().stream()
        .filter(now -> now.contents().deleted() > 0)
        .filter(now -> deletedFrom(before.relations().get(now.oid()), now))
        .filter(snapshots::isEmpty)
        .map(MeasuredRelation::oid)
        .collect(toUnmodifiableSet());
  }

  private static boolean deletedFrom(MeasuredRelation former, MeasuredRelation now) {
    return former != null && now.contents().deleted() > former.contents().deleted();
  }

  /** If even that fails, the statement has ended the transaction or the session. */
  private void takeBack(Savepoint savepoint) {
    try {
      connection.rollback(savepoint);
    } catch (SQLException gone) {
      over = true;
    }
  }

  private StatementMeasurement outside(SqlStatement statement, LockSnapshot before)
      throws SQLException {
    Optional<ServerRefusal> unkept = take(TransactionStep.COMMIT);
    if (unkept.isPresent()) {
      return measured(before, unkept);
    }
    connection.setAutoCommit(true);
    try {
      execute(statement);
    } catch (SQLException failure) {
      return StatementMeasurement.refused(before, ServerRefusal.of(failure));
    } finally {
      connection.setAutoCommit(false);
    }
    return StatementMeasurement.outside(before, now());
  }

  private void execute(SqlStatement statement) throws SQLException {
    try (Statement jdbc = connection.createStatement()) {
      jdbc.setEscapeProcessing(false);
      jdbc.setQueryTimeout(SECONDS_PER_STATEMENT);
      jdbc.setMaxRows(1);
      jdbc.execute(statement.text());
    }
  }

  private static boolean runsOutside(SqlStatement statement) {
    Action action = statement.action();
    return !(action instanceof Action.Ordinary || action instanceof Action.Setting);
  }

  /** What concerns the whole server, what only a superuser may, and what reads from the client. */
  private static boolean isLeftOut(SqlStatement statement) {
    if (Restricted.of(statement).isPresent()) {
      return true;
    }
    SqlTokens words = new SqlTokens(statement.tokens());
    boolean alone = statement.action() instanceof Action.Alone;
    return words.accept("copy") || (alone && !words.acceptAny("vacuum", "cluster"));
  }
}
