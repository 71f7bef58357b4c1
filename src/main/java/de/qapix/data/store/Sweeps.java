package de.qapix.data.store;

import static de.qapix.db.qapix.tables.Checkpoint.CHECKPOINT;
import static de.qapix.db.qapix.tables.Sweep.SWEEP;
import static org.jooq.impl.DSL.arrayOverlap;
import static org.jooq.impl.DSL.deleteFrom;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.update;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.BatchBindStep;
import org.jooq.CommonTableExpression;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.WithStep;

/** Sweeps and how far they have come. */
final class Sweeps {

  private static final List<Field<?>> SAVED =
      List.of(
          CHECKPOINT.SWEEP_ID,
          CHECKPOINT.SLICE_FROM,
          CHECKPOINT.SLICE_UNTIL,
          CHECKPOINT.DONE_UNTIL,
          CHECKPOINT.DONE_COUNT,
          CHECKPOINT.MISSING,
          CHECKPOINT.REJECTED,
          CHECKPOINT.FINISHED_AT);

  private Sweeps() {}

  static Optional<Sweep> unfinished(DSLContext db, RecordTable<?> table, SweepKey key) {
    return db.selectFrom(SWEEP)
        .where(SWEEP.SOURCE.eq(key.source()))
        .and(SWEEP.ACCOUNT.eq(key.account()))
        .and(SWEEP.SCOPE.eq(key.scope()))
        .and(SWEEP.OPTIONS.eq(key.options()))
        .and(SWEEP.FINISHED_AT.isNull())
        .fetchOptional(
            row -> {
              Set<String> rejected = Set.of(row.get(SWEEP.REJECTED));
              List<Checkpoint> checkpoints = checkpoints(db, row.get(SWEEP.ID));
              return new Sweep(
                  row.get(SWEEP.ID),
                  row.get(SWEEP.WINDOW_FROM),
                  row.get(SWEEP.WINDOW_UNTIL),
                  row.get(SWEEP.PIVOT),
                  mended(db, table, key.scope(), checkpoints, rejected),
                  new SweepProgress(
                      row.get(SWEEP.SYNCED),
                      row.get(SWEEP.TOTAL),
                      List.of(row.get(SWEEP.BEGUN)),
                      rejected));
            });
  }

  /** What checkpoints name as rejected and the sweep does not has been read since. */
  private static List<Checkpoint> mended(
      DSLContext db,
      RecordTable<?> table,
      String scope,
      List<Checkpoint> checkpoints,
      Set<String> rejected) {
    Set<String> read = new HashSet<>();
    checkpoints.forEach(checkpoint -> read.addAll(checkpoint.rejected()));
    read.removeAll(rejected);
    if (read.isEmpty()) {
      return checkpoints;
    }
    Map<String, StoredRecord> stored = table.find(db, scope, read);
    return checkpoints.stream().map(checkpoint -> checkpoint.after(read, stored)).toList();
  }

  /** The last finished sweep of this scope with each set of options, without checkpoints. */
  static List<Sweep> lastFinished(DSLContext db, String source, String scope) {
    return db.select(SWEEP.ID, SWEEP.WINDOW_FROM, SWEEP.WINDOW_UNTIL, SWEEP.PIVOT)
        .distinctOn(SWEEP.OPTIONS)
        .from(SWEEP)
        .where(SWEEP.SOURCE.eq(source))
        .and(SWEEP.SCOPE.eq(scope))
        .and(SWEEP.FINISHED_AT.isNotNull())
        .orderBy(SWEEP.OPTIONS, SWEEP.PIVOT.desc())
        .fetch(row -> Sweep.begun(row.value1(), row.value2(), row.value3(), row.value4()));
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

  /**
   * Begins a sweep.
   *
   * @param more what else begins with it
   * @return its number
   */
  static long begin(WithStep more, SweepKey key, Sweep sweep) {
    return more.insertInto(SWEEP)
        .set(SWEEP.SOURCE, key.source())
        .set(SWEEP.ACCOUNT, key.account())
        .set(SWEEP.SCOPE, key.scope())
        .set(SWEEP.OPTIONS, key.options())
        .set(SWEEP.WINDOW_FROM, sweep.from())
        .set(SWEEP.WINDOW_UNTIL, sweep.until())
        .set(SWEEP.PIVOT, sweep.pivot())
        .set(SWEEP.STARTED_AT, sweep.pivot())
        .returningResult(SWEEP.ID)
        .fetchSingle()
        .value1();
  }

  /** How far a batch brings a sweep, and what could not be read or written. */
  static void save(DSLContext transaction, long sweep, Batch<?> batch, Instant now) {
    save(transaction, sweep, batch.checkpoints(), now);
    reject(transaction, sweep, batch.rejects().stream().map(Reject::key).toList());
  }

  /** Sends them together. */
  private static void save(
      DSLContext transaction, long sweep, List<Checkpoint> checkpoints, Instant now) {
    if (checkpoints.isEmpty()) {
      return;
    }
    BatchBindStep rows =
        transaction.batch(
            transaction
                .insertInto(CHECKPOINT, SAVED)
                .values(new Object[SAVED.size()])
                .onConflict(CHECKPOINT.SWEEP_ID, CHECKPOINT.SLICE_FROM)
                .doUpdate()
                .setAllToExcluded());
    for (Checkpoint checkpoint : checkpoints) {
      rows = rows.bind(values(sweep, checkpoint, now));
    }
    rows.execute();
  }

  private static Object[] values(long sweep, Checkpoint checkpoint, Instant now) {
    return new Object[] {
      sweep,
      checkpoint.from(),
      checkpoint.until(),
      checkpoint.doneUntil(),
      checkpoint.doneCount(),
      checkpoint.missing().toArray(String[]::new),
      checkpoint.rejected().toArray(String[]::new),
      checkpoint.finished() ? now : null
    };
  }

  /** Written with each batch, so that the next run does not fall behind one that has died. */
  static CommonTableExpression<?> reached(long sweep, Counts counts) {
    return name("reached")
        .as(
            update(SWEEP)
                .set(SWEEP.SYNCED, counts.synced())
                .set(SWEEP.TOTAL, counts.total())
                .where(SWEEP.ID.eq(sweep))
                .returning(SWEEP.ID));
  }

  private static void reject(DSLContext transaction, long sweep, Collection<String> keys) {
    if (keys.isEmpty()) {
      return;
    }
    Set<String> rejected =
        transaction
            .select(SWEEP.REJECTED)
            .from(SWEEP)
            .where(SWEEP.ID.eq(sweep))
            .fetchSingle(row -> new LinkedHashSet<>(List.of(row.value1())));
    if (rejected.addAll(keys)) {
      saveRejected(transaction, sweep, rejected);
    }
  }

  /** These are rejects no longer, in no unfinished sweep of the source. */
  static void mend(DSLContext transaction, String source, Collection<String> keys) {
    transaction
        .select(SWEEP.ID, SWEEP.REJECTED)
        .from(SWEEP)
        .where(SWEEP.SOURCE.eq(source))
        .and(SWEEP.FINISHED_AT.isNull())
        .and(arrayOverlap(SWEEP.REJECTED, val(keys.toArray(String[]::new), SWEEP.REJECTED)))
        .forEach(row -> saveRejected(transaction, row.value1(), without(row.value2(), keys)));
  }

  private static void saveRejected(DSLContext transaction, long sweep, Set<String> rejected) {
    transaction
        .update(SWEEP)
        .set(SWEEP.REJECTED, rejected.toArray(String[]::new))
        .where(SWEEP.ID.eq(sweep))
        .execute();
  }

  private static Set<String> without(String[] rejected, Collection<String> keys) {
    Set<String> left = new LinkedHashSet<>(List.of(rejected));
    keys.forEach(left::remove);
    return left;
  }

  /** The run stops here; the next one goes on with what was begun. */
  static CommonTableExpression<?> paused(long sweep, Counts counts, List<String> begun) {
    return name("paused")
        .as(
            update(SWEEP)
                .set(SWEEP.SYNCED, counts.synced())
                .set(SWEEP.TOTAL, counts.total())
                .set(SWEEP.BEGUN, begun.toArray(String[]::new))
                .where(SWEEP.ID.eq(sweep))
                .returning(SWEEP.ID));
  }

  /** A finished sweep needs its checkpoints no longer, nor what was begun. */
  static List<CommonTableExpression<?>> finished(long sweep, Instant now) {
    return List.of(
        name("passed")
            .as(
                deleteFrom(CHECKPOINT)
                    .where(CHECKPOINT.SWEEP_ID.eq(sweep))
                    .returning(CHECKPOINT.SWEEP_ID)),
        name("finished")
            .as(
                update(SWEEP)
                    .set(SWEEP.FINISHED_AT, now)
                    .set(SWEEP.BEGUN, new String[0])
                    .set(SWEEP.REJECTED, new String[0])
                    .where(SWEEP.ID.eq(sweep))
                    .returning(SWEEP.ID)));
  }
}
