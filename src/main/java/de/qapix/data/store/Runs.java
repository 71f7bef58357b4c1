package de.qapix.data.store;

import static de.qapix.db.qapix.tables.Run.RUN;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;

/** The run history. */
final class Runs {

  private Runs() {}

  /** Begins a run. Whatever else seems to run has died: only one may, and that is this one. */
  static long begin(DSLContext transaction, String source, RunHost machine, Instant now) {
    transaction
        .update(RUN)
        .set(RUN.OUTCOME, RunOutcome.DIED.text())
        .where(RUN.SOURCE.eq(source))
        .and(RUN.OUTCOME.eq(RunOutcome.RUNNING.text()))
        .execute();
    return transaction
        .insertInto(RUN)
        .set(RUN.SOURCE, source)
        .set(RUN.VERSION, machine.version())
        .set(RUN.HOST, machine.host())
        .set(RUN.PID, machine.pid())
        .set(RUN.STARTED_AT, now)
        .set(RUN.OUTCOME, RunOutcome.RUNNING.text())
        .returningResult(RUN.ID)
        .fetchSingle()
        .value1();
  }

  /** What the run is about; it stands where the last run of its sweep stood. */
  static void describe(DSLContext transaction, long id, SweepKey key, Sweep sweep) {
    transaction
        .update(RUN)
        .set(RUN.ACCOUNT, key.account())
        .set(RUN.SCOPE, key.scope())
        .set(RUN.WINDOW_FROM, sweep.from())
        .set(RUN.WINDOW_UNTIL, sweep.until())
        .set(RUN.SYNCED, sweep.standing().synced())
        .set(RUN.TOTAL, sweep.standing().total())
        .where(RUN.ID.eq(id))
        .execute();
  }

  static void count(DSLContext transaction, long id, Counts counts) {
    transaction
        .update(RUN)
        .set(RUN.TOTAL, counts.total())
        .set(RUN.SYNCED, counts.synced())
        .set(RUN.ADDED, counts.added())
        .set(RUN.UPDATED, counts.updated())
        .set(RUN.UNCHANGED, counts.unchanged())
        .set(RUN.REMOVED, counts.removed())
        .set(RUN.REJECTED, counts.rejected())
        .set(RUN.WITHHELD, counts.heldBack().tooMany())
        .set(RUN.UNCONFIRMED, counts.heldBack().unconfirmed())
        .set(RUN.REQUESTS, counts.requests())
        .set(RUN.WAITED_MS, counts.waited().toMillis())
        .where(RUN.ID.eq(id))
        .execute();
  }

  /** What a run has asked of the API by now, whatever its last batch has counted. */
  static void asked(DSLContext transaction, long id, long requests, Duration waited) {
    transaction
        .update(RUN)
        .set(RUN.REQUESTS, requests)
        .set(RUN.WAITED_MS, waited.toMillis())
        .where(RUN.ID.eq(id))
        .execute();
  }

  static void limit(DSLContext transaction, long id, Optional<Instant> until) {
    transaction
        .update(RUN)
        .set(RUN.LIMITED_UNTIL, until.orElse(null))
        .where(RUN.ID.eq(id))
        .execute();
  }

  static void end(DSLContext transaction, long id, RunOutcome outcome, String error, Instant now) {
    transaction
        .update(RUN)
        .set(RUN.OUTCOME, outcome.text())
        .set(RUN.ERROR, error)
        .set(RUN.ENDED_AT, now)
        .where(RUN.ID.eq(id))
        .execute();
  }
}
