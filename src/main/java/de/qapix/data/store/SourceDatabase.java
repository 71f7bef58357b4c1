package de.qapix.data.store;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;
import org.jooq.DSLContext;

/**
 * The tables of one source, and the one place in which a run's transactions are opened.
 *
 * @param source name of what is synced, e.g. {@code calendly}
 */
record SourceDatabase<R>(DSLContext db, String source, RecordTable<R> table, InstantSource clock) {

  Instant now() {
    return clock.instant();
  }

  /**
   * Does something in a transaction of a run. One that got into the way of others is tried again,
   * so the work must bear being done twice.
   *
   * @throws LockLostException when the run may no longer write
   */
  <T> T transaction(RunLock lock, long runId, Function<DSLContext, T> work) {
    return TransactionRetry.retrying(
        () ->
            db.transactionResult(
                configuration -> {
                  DSLContext transaction = configuration.dsl();
                  lock.assertEntered(transaction, runId);
                  return work.apply(transaction);
                }));
  }
}
