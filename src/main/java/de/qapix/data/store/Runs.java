package de.qapix.data.store;

import static de.qapix.db.qapix.tables.Run.RUN;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.update;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jooq.CommonTableExpression;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Record2;
import org.jooq.WithStep;

/** The run history. */
final class Runs {

  private Runs() {}

  /**
   * Begins a run. Whatever else seems to run has died: only one may, and that is this one.
   *
   * @param backend the server's process that holds the lock
   * @return its number, and the keys of all that is a reject
   */
  static Record2<Long, String[]> begin(
      DSLContext transaction, String source, RunHost machine, int backend, Instant now) {
    CommonTableExpression<?> died =
        name("died")
            .as(
                update(RUN)
                    .set(RUN.OUTCOME, RunOutcome.DIED.text())
                    .where(RUN.SOURCE.eq(source))
                    .and(RUN.OUTCOME.eq(RunOutcome.RUNNING.text()))
                    .returning(RUN.ID));
    CommonTableExpression<Record1<Long>> begun =
        name("begun")
            .as(
                insertInto(RUN)
                    .set(RUN.SOURCE, source)
                    .set(RUN.VERSION, machine.version())
                    .set(RUN.HOST, machine.host())
                    .set(RUN.PID, machine.pid())
                    .set(RUN.STARTED_AT, now)
                    .set(RUN.OUTCOME, RunOutcome.RUNNING.text())
                    .returningResult(RUN.ID));
    return transaction
        .with(died, begun, RunLock.entered(source, begun, machine, now, backend))
        .select(begun.field(RUN.ID), array(Rejects.keys(source)))
        .from(begun)
        .fetchSingle();
  }

  /** What the run is about; it stands where the last run of its sweep stood. */
  static CommonTableExpression<?> described(long id, SweepKey key, Sweep sweep) {
    return name("described")
        .as(
            update(RUN)
                .set(RUN.ACCOUNT, key.account())
                .set(RUN.SCOPE, key.scope())
                .set(RUN.WINDOW_FROM, sweep.from())
                .set(RUN.WINDOW_UNTIL, sweep.until())
                .set(RUN.SYNCED, sweep.standing().synced())
                .set(RUN.TOTAL, sweep.standing().total())
                .where(RUN.ID.eq(id))
                .returning(RUN.ID));
  }

  /** What the run has done, and how far that brings its sweep, if it is at one. */
  static void count(DSLContext transaction, long id, Counts counts, Optional<Long> sweep) {
    transaction
        .with(sweep.stream().map(number -> Sweeps.reached(number, counts)).toList())
        .update(RUN)
        .set(figures(counts))
        .where(RUN.ID.eq(id))
        .execute();
  }

  private static Map<Field<?>, Object> figures(Counts counts) {
    Map<Field<?>, Object> figures = new LinkedHashMap<>();
    figures.put(RUN.TOTAL, counts.total());
    figures.put(RUN.SYNCED, counts.synced());
    figures.put(RUN.ADDED, counts.added());
    figures.put(RUN.UPDATED, counts.updated());
    figures.put(RUN.UNCHANGED, counts.unchanged());
    figures.put(RUN.REMOVED, counts.removed());
    figures.put(RUN.REJECTED, counts.rejected());
    figures.put(RUN.WITHHELD, counts.heldBack().tooMany());
    figures.put(RUN.UNCONFIRMED, counts.heldBack().unconfirmed());
    figures.put(RUN.REQUESTS, counts.requests());
    figures.put(RUN.WAITED_MS, counts.waited().toMillis());
    return figures;
  }

  /**
   * Ends a run.
   *
   * @param more what else ends with it
   * @param limitedUntil until when the API's limit held it back; empty unless that ended it
   */
  static void end(
      WithStep more,
      long id,
      RunOutcome outcome,
      Optional<Instant> limitedUntil,
      Counts counts,
      Instant now) {
    more.update(RUN)
        .set(figures(counts))
        .set(RUN.LIMITED_UNTIL, limitedUntil.orElse(null))
        .set(RUN.OUTCOME, outcome.text())
        .set(RUN.ENDED_AT, now)
        .where(RUN.ID.eq(id))
        .execute();
  }

  /** What a run has asked of the API by now, whatever its last batch has counted, and its end. */
  static void fail(
      WithStep more, long id, String error, long requests, Duration waited, Instant now) {
    more.update(RUN)
        .set(RUN.REQUESTS, requests)
        .set(RUN.WAITED_MS, waited.toMillis())
        .set(RUN.OUTCOME, RunOutcome.FAILED.text())
        .set(RUN.ERROR, error)
        .set(RUN.ENDED_AT, now)
        .where(RUN.ID.eq(id))
        .execute();
  }
}
