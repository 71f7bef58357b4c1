package de.qapix.store;

import static de.qapix.db.qapix.tables.Lock.LOCK;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.val;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * The lock of a source: an advisory lock of a transaction that stays open on a connection of its
 * own. The server lets go of it when that connection ends, however the process died, and it holds
 * through a pooler too, which may not lend out a connection in mid-transaction. The idle
 * transaction has no snapshot, so it keeps no row version alive.
 */
final class RunLock implements AutoCloseable {

  private final Connection connection;

  private RunLock(Connection connection) {
    this.connection = connection;
  }

  /**
   * Takes the lock.
   *
   * @throws LockedException at once when another run holds it
   */
  static RunLock take(DataSource dataSource, String source) {
    Connection connection = connect(dataSource);
    try {
      connection.setAutoCommit(false);
      DSLContext transaction = DSL.using(connection, SQLDialect.POSTGRES);
      transaction.setLocal(name("idle_in_transaction_session_timeout"), val(0)).execute();
      if (!tryLock(transaction, source)) {
        throw new LockedException(source, holder(transaction, source));
      }
      return new RunLock(connection);
    } catch (SQLException | RuntimeException failure) {
      release(connection);
      throw failure instanceof RuntimeException known
          ? known
          : new DataAccessException("cannot lock " + source, failure);
    }
  }

  private static Connection connect(DataSource dataSource) {
    try {
      return dataSource.getConnection();
    } catch (SQLException failure) {
      throw new DataAccessException("cannot connect", failure);
    }
  }

  private static boolean tryLock(DSLContext transaction, String source) {
    long key = ("qapix:" + source).hashCode();
    return transaction
        .select(function("pg_try_advisory_xact_lock", SQLDataType.BOOLEAN, val(key)))
        .fetchSingle()
        .value1();
  }

  private static Optional<Holder> holder(DSLContext db, String source) {
    return db.select(LOCK.RUN_ID, LOCK.HOST, LOCK.PID, LOCK.SINCE)
        .from(LOCK)
        .where(LOCK.SOURCE.eq(source))
        .fetchOptional(row -> new Holder(row.value1(), row.value2(), row.value3(), row.value4()));
  }

  /** From now on only this run may write. */
  static void enter(DSLContext transaction, String source, Holder holder) {
    transaction
        .insertInto(LOCK)
        .set(LOCK.SOURCE, source)
        .set(LOCK.RUN_ID, holder.runId())
        .set(LOCK.HOST, holder.host())
        .set(LOCK.PID, holder.pid())
        .set(LOCK.SINCE, holder.since())
        .onConflict(LOCK.SOURCE)
        .doUpdate()
        .setAllToExcluded()
        .execute();
  }

  /**
   * Asserts that this run may still write, and keeps it so until the transaction ends.
   *
   * @throws LockLostException when it may not
   */
  static void assertHeld(DSLContext transaction, String source, long runId) {
    boolean held =
        transaction
            .selectOne()
            .from(LOCK)
            .where(LOCK.SOURCE.eq(source))
            .and(LOCK.RUN_ID.eq(runId))
            .forShare()
            .fetchOptional()
            .isPresent();
    if (!held) {
      throw new LockLostException(runId);
    }
  }

  static void leave(DSLContext transaction, String source, long runId) {
    transaction.deleteFrom(LOCK).where(LOCK.SOURCE.eq(source)).and(LOCK.RUN_ID.eq(runId)).execute();
  }

  @Override
  public void close() {
    release(connection);
  }

  private static void release(Connection connection) {
    try (connection) {
      connection.rollback();
    } catch (SQLException broken) {
      // The server has let go of the lock together with the connection, which is all we want.
    }
  }
}
