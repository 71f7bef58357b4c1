package de.qapix.migrate;

import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;

import java.time.Duration;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.SQLDataType;

/**
 * Lets one migrate of a database work at a time. Flyway's own lock comes too late: its schema and
 * its history table are made before it. The lock goes with its transaction, so it cannot outlive
 * the process, nor stick to a connection of a pooler.
 */
final class MigrateLock {

  /** "qapix" in ASCII. */
  static final long KEY = 0x71_61_70_69_78L;

  private static final String NOT_AVAILABLE = "55P03";

  private final DSLContext db;
  private final Duration turn;

  MigrateLock(DSLContext db, Duration turn) {
    this.db = db;
    this.turn = turn;
  }

  /** Does the work when no other migrate is at work. */
  <T> T hold(MigrationWatch watch, Supplier<T> work) {
    return db.transactionResult(
        configuration -> {
          DSLContext transaction = configuration.dsl();
          if (!tryTake(transaction)) {
            watch.waiting(new Sessions(db).holderOf(KEY));
            take(transaction);
          }
          // Also ends the snapshot of the query before, on which a concurrent index would wait.
          transaction.setLocal(name("idle_in_transaction_session_timeout"), inline(0)).execute();
          return work.get();
        });
  }

  private static boolean tryTake(DSLContext transaction) {
    return transaction
        .select(function("pg_try_advisory_xact_lock", SQLDataType.BOOLEAN, inline(KEY)))
        .fetchSingle()
        .value1();
  }

  private void take(DSLContext transaction) {
    transaction.setLocal(name("lock_timeout"), inline(turn.toMillis() + "ms")).execute();
    transaction.setLocal(name("statement_timeout"), inline(0)).execute();
    try {
      transaction.select(function("pg_advisory_xact_lock", SQLDataType.OTHER, inline(KEY))).fetch();
    } catch (DataAccessException failure) {
      if (failure.sqlState().equals(NOT_AVAILABLE)) {
        throw new MigrationException(new Obstacle.Busy(new Sessions(db).holderOf(KEY)), failure);
      }
      throw failure;
    }
  }
}
