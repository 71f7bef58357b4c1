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
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.jooq.CommonTableExpression;
import org.jooq.DSLContext;
import org.jooq.Field;
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

  /** Less than after what proxies and firewalls cut connections on which nothing is said. */
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

  private final DataSource dataSource;
  private final String source;
  private final InstantSource clock;
  private Connection connection;
  private DSLContext transaction;
  private int backend;
  private Instant heard;
  private boolean free;

  private RunLock(DataSource dataSource, String source, InstantSource clock) {
    this.dataSource = dataSource;
    this.source = source;
    this.clock = clock;
  }

  /**
   * Takes the lock.
   *
   * @throws LockedException when another run holds it and patience is at its end
   */
  static RunLock take(DataSource dataSource, String source, InstantSource clock, LockWait patience)
      throws InterruptedException {
    RunLock lock = new RunLock(dataSource, source, clock);
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
    try {
      connection = dataSource.getConnection();
      connection.setAutoCommit(false);
    } catch (SQLException failure) {
      close();
      throw new DataAccessException("cannot lock " + source, failure);
    }
    transaction = DSL.using(connection, SQLDialect.POSTGRES);
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
                tried(source))
            .fetchSingle();
    heard = clock.instant();
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
   * Keeps the lock after a transaction of the run. Where its connection was cut, it is taken again:
   * no other run has written in between, as that transaction would not have been let through.
   *
   * @throws LockLostException when another run has it
   * @throws DataAccessException when the database cannot be reached any more
   */
  void keep(long runId) {
    if (free || !answers()) {
      close();
      connect();
      if (!tryLock() || !reenter(runId)) {
        throw new LockLostException(runId);
      }
      free = false;
    }
  }

  /** Asks now and then only, as it takes a message. */
  private boolean answers() {
    Instant now = clock.instant();
    if (now.isBefore(heard.plus(LONGEST_SILENCE))) {
      return true;
    }
    try {
      transaction.selectOne().execute();
      heard = now;
      return true;
    } catch (DataAccessException broken) {
      return false;
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
   * takes over has to change the row first. Sees with the same question whether the lock was lost.
   *
   * @throws LockLostException when it may not
   */
  void assertEntered(DSLContext transaction, long runId) {
    free =
        transaction
            .select(tried(source))
            .from(LOCK)
            .where(LOCK.SOURCE.eq(source))
            .and(LOCK.RUN_ID.eq(runId))
            .forShare()
            .fetchOptional(Record1::value1)
            .orElseThrow(() -> new LockLostException(runId));
  }

  /** Takes the lock where it is free, until the transaction ends. */
  private static Field<Boolean> tried(String source) {
    return function("pg_try_advisory_xact_lock", SQLDataType.BOOLEAN, val(LockKey.of(source)));
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
      if (closing != null) {
        closing.rollback();
      }
    } catch (SQLException broken) {
      // The server has let go of the lock together with the connection, which is all we want.
    }
  }
}
