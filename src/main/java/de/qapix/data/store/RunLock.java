package de.qapix.data.store;

import static de.qapix.db.qapix.tables.Lock.LOCK;
import static de.qapix.db.qapix.tables.Run.RUN;
import static org.jooq.impl.DSL.deleteFrom;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;
import org.jooq.CommonTableExpression;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Record3;
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

  private final DataSource dataSource;
  private final String source;
  private Connection connection;
  private DSLContext transaction;
  private int backend;

  private RunLock(DataSource dataSource, String source) {
    this.dataSource = dataSource;
    this.source = source;
  }

  /**
   * Takes the lock.
   *
   * @throws LockedException when another run holds it and patience is at its end
   */
  static RunLock take(DataSource dataSource, String source, LockWait patience)
      throws InterruptedException {
    RunLock lock = new RunLock(dataSource, source);
    lock.connect();
    try {
      while (!lock.tryLock()) {
        if (!patience.again()) {
          throw new LockedException(source, LockHolders.await(dataSource, source));
        }
      }
      return lock;
    } catch (InterruptedException | RuntimeException failure) {
      lock.close();
      throw failure;
    }
  }

  /** Opens the transaction that is to hold the lock. */
  private void connect() {
    connection = connect(dataSource);
    try {
      connection.setAutoCommit(false);
      transaction = DSL.using(connection, SQLDialect.POSTGRES);
    } catch (SQLException failure) {
      close();
      throw new DataAccessException("cannot lock " + source, failure);
    } catch (RuntimeException failure) {
      close();
      throw failure;
    }
  }

  private static Connection connect(DataSource dataSource) {
    try {
      return dataSource.getConnection();
    } catch (SQLException failure) {
      throw new DataAccessException("cannot connect", failure);
    }
  }

  /** Tries to take it in a transaction that the server lets idle as long as it likes. */
  private boolean tryLock() {
    Record3<String, Integer, Boolean> answer =
        transaction
            .select(
                function(
                    "set_config",
                    SQLDataType.VARCHAR,
                    inline("idle_in_transaction_session_timeout"),
                    inline("0"),
                    inline(true)),
                function("pg_backend_pid", SQLDataType.INTEGER),
                function("pg_try_advisory_xact_lock", SQLDataType.BOOLEAN, val(LockKey.of(source))))
            .fetchSingle();
    backend = answer.value2();
    return answer.value3();
  }

  /** The server's process that holds the lock. */
  int backend() {
    return backend;
  }

  /**
   * From now on only this run may write.
   *
   * @param run its number
   */
  static CommonTableExpression<?> entered(
      String source,
      CommonTableExpression<Record1<Long>> run,
      RunHost machine,
      Instant now,
      int backend) {
    return name("entered")
        .as(
            insertInto(
                    LOCK, LOCK.SOURCE, LOCK.RUN_ID, LOCK.HOST, LOCK.PID, LOCK.SINCE, LOCK.BACKEND)
                .select(
                    select(
                            val(source),
                            run.field(RUN.ID),
                            val(machine.host()),
                            val(machine.pid()),
                            val(now, LOCK.SINCE),
                            val(backend))
                        .from(run))
                .onConflict(LOCK.SOURCE)
                .doUpdate()
                .setAllToExcluded()
                .returning(LOCK.RUN_ID));
  }

  /**
   * Asserts that the lock is still held. Where its connection was cut, it is taken again: no other
   * run has written in between as long as {@link #assertEntered} holds.
   *
   * @throws LockLostException when another run has it
   * @throws DataAccessException when the database cannot be reached any more
   */
  void assertHeld(long runId) {
    try {
      transaction.selectOne().execute();
    } catch (DataAccessException broken) {
      close();
      connect();
      if (!tryLock() || !reenter(runId)) {
        throw new LockLostException(runId, broken);
      }
    }
  }

  /** Others see by the server's process whether a run that claims to run holds the lock. */
  private boolean reenter(long runId) {
    return DSL.using(dataSource, SQLDialect.POSTGRES)
            .update(LOCK)
            .set(LOCK.BACKEND, backend)
            .where(LOCK.SOURCE.eq(source))
            .and(LOCK.RUN_ID.eq(runId))
            .execute()
        == 1;
  }

  /**
   * Asserts that this run may still write, and keeps it so until the transaction ends: whoever
   * takes over has to change the row first.
   *
   * @throws LockLostException when it may not
   */
  static void assertEntered(DSLContext transaction, String source, long runId) {
    boolean entered =
        transaction
            .selectOne()
            .from(LOCK)
            .where(LOCK.SOURCE.eq(source))
            .and(LOCK.RUN_ID.eq(runId))
            .forShare()
            .fetchOptional()
            .isPresent();
    if (!entered) {
      throw new LockLostException(runId, null);
    }
  }

  /** Nobody may write as this run any longer. */
  static CommonTableExpression<?> left(String source, long runId) {
    return name("left")
        .as(
            deleteFrom(LOCK)
                .where(LOCK.SOURCE.eq(source))
                .and(LOCK.RUN_ID.eq(runId))
                .returning(LOCK.RUN_ID));
  }

  @Override
  public void close() {
    try (Connection closing = connection) {
      closing.rollback();
    } catch (SQLException broken) {
      // The server has let go of the lock together with the connection, which is all we want.
    }
  }
}
