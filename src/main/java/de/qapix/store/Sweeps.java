package de.qapix.store;

import static de.qapix.db.qapix.tables.Checkpoint.CHECKPOINT;
import static de.qapix.db.qapix.tables.Sweep.SWEEP;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Sweeps and how far they have come. */
final class Sweeps {

  private Sweeps() {}

  static Optional<Sweep> unfinished(DSLContext db, SweepKey key) {
    return db.selectFrom(SWEEP)
        .where(SWEEP.SOURCE.eq(key.source()))
        .and(SWEEP.ACCOUNT.eq(key.account()))
        .and(SWEEP.SCOPE.eq(key.scope()))
        .and(SWEEP.OPTIONS.eq(key.options()))
        .and(SWEEP.FINISHED_AT.isNull())
        .fetchOptional(
            row ->
                new Sweep(
                    row.get(SWEEP.ID),
                    row.get(SWEEP.WINDOW_FROM),
                    row.get(SWEEP.WINDOW_UNTIL),
                    row.get(SWEEP.PIVOT),
                    checkpoints(db, row.get(SWEEP.ID)),
                    new Standing(
                        row.get(SWEEP.SYNCED),
                        row.get(SWEEP.TOTAL),
                        List.of(row.get(SWEEP.BEGUN)))));
  }

  /** What other users have listed since a moment. */
  static Set<String> scopesOfOthers(DSLContext db, String source, String account, Instant since) {
    return db.selectDistinct(SWEEP.SCOPE)
        .from(SWEEP)
        .where(SWEEP.SOURCE.eq(source))
        .and(SWEEP.ACCOUNT.ne(account))
        .and(SWEEP.STARTED_AT.ge(since))
        .fetchSet(SWEEP.SCOPE);
  }

  private static List<Checkpoint> checkpoints(DSLContext db, long sweep) {
    return db.selectFrom(CHECKPOINT)
        .where(CHECKPOINT.SWEEP_ID.eq(sweep))
        .orderBy(CHECKPOINT.SLICE_FROM)
        .fetch(Sweeps::checkpoint);
  }

  private static Checkpoint checkpoint(Record row) {
    return new Checkpoint(
        row.get(CHECKPOINT.SLICE_FROM),
        row.get(CHECKPOINT.SLICE_UNTIL),
        row.get(CHECKPOINT.DONE_UNTIL),
        row.get(CHECKPOINT.DONE_COUNT),
        List.of(row.get(CHECKPOINT.MISSING)),
        List.of(row.get(CHECKPOINT.REJECTED)),
        row.get(CHECKPOINT.FINISHED_AT) != null);
  }

  static Sweep begin(
      DSLContext transaction, SweepKey key, Instant from, Instant until, Instant now) {
    long id =
        transaction
            .insertInto(SWEEP)
            .set(SWEEP.SOURCE, key.source())
            .set(SWEEP.ACCOUNT, key.account())
            .set(SWEEP.SCOPE, key.scope())
            .set(SWEEP.OPTIONS, key.options())
            .set(SWEEP.WINDOW_FROM, from)
            .set(SWEEP.WINDOW_UNTIL, until)
            .set(SWEEP.PIVOT, now)
            .set(SWEEP.STARTED_AT, now)
            .returningResult(SWEEP.ID)
            .fetchSingle()
            .value1();
    return Sweep.begun(id, from, until, now);
  }

  static void save(DSLContext transaction, long sweep, Checkpoint checkpoint, Instant now) {
    transaction
        .insertInto(CHECKPOINT)
        .set(CHECKPOINT.SWEEP_ID, sweep)
        .set(CHECKPOINT.SLICE_FROM, checkpoint.from())
        .set(CHECKPOINT.SLICE_UNTIL, checkpoint.until())
        .set(CHECKPOINT.DONE_UNTIL, checkpoint.doneUntil())
        .set(CHECKPOINT.DONE_COUNT, checkpoint.doneCount())
        .set(CHECKPOINT.MISSING, checkpoint.missing().toArray(String[]::new))
        .set(CHECKPOINT.REJECTED, checkpoint.rejected().toArray(String[]::new))
        .set(CHECKPOINT.FINISHED_AT, checkpoint.finished() ? now : null)
        .onConflict(CHECKPOINT.SWEEP_ID, CHECKPOINT.SLICE_FROM)
        .doUpdate()
        .setAllToExcluded()
        .execute();
  }

  /** Written with each batch, so that the next run does not fall behind one that has died. */
  static void reach(DSLContext transaction, long sweep, Counts counts) {
    transaction
        .update(SWEEP)
        .set(SWEEP.SYNCED, counts.synced())
        .set(SWEEP.TOTAL, counts.total())
        .where(SWEEP.ID.eq(sweep))
        .execute();
  }

  static void pause(DSLContext transaction, long sweep, List<String> begun) {
    transaction
        .update(SWEEP)
        .set(SWEEP.BEGUN, begun.toArray(String[]::new))
        .where(SWEEP.ID.eq(sweep))
        .execute();
  }

  /** A finished sweep needs its checkpoints no longer, nor what was begun. */
  static void finish(DSLContext transaction, long sweep, Instant now) {
    transaction.deleteFrom(CHECKPOINT).where(CHECKPOINT.SWEEP_ID.eq(sweep)).execute();
    transaction
        .update(SWEEP)
        .set(SWEEP.FINISHED_AT, now)
        .set(SWEEP.BEGUN, new String[0])
        .where(SWEEP.ID.eq(sweep))
        .execute();
  }
}
