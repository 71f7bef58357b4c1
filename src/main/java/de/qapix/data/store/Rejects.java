package de.qapix.data.store;

import static de.qapix.db.qapix.tables.Checkpoint.CHECKPOINT;
import static de.qapix.db.qapix.tables.Reject.REJECT;
import static de.qapix.db.qapix.tables.Sweep.SWEEP;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.select;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;

/** The records that could not be read or written. */
final class Rejects {

  private Rejects() {}

  static void save(
      DSLContext transaction, String source, long runId, Collection<Reject> rejects, Instant now) {
    for (Reject reject : rejects) {
      transaction
          .insertInto(REJECT)
          .set(REJECT.SOURCE, source)
          .set(REJECT.KIND, reject.kind())
          .set(REJECT.KEY, reject.key())
          .set(REJECT.ORIGIN, reject.origin())
          .set(REJECT.REASON, reject.reason())
          .set(REJECT.RAW, reject.raw())
          .set(REJECT.RUN_ID, runId)
          .set(REJECT.FIRST_SEEN_AT, now)
          .set(REJECT.LAST_SEEN_AT, now)
          .onConflict(REJECT.SOURCE, REJECT.KIND, REJECT.KEY)
          .doUpdate()
          .set(REJECT.ORIGIN, excluded(REJECT.ORIGIN))
          .set(REJECT.REASON, excluded(REJECT.REASON))
          .set(REJECT.RAW, excluded(REJECT.RAW))
          .set(REJECT.RUN_ID, excluded(REJECT.RUN_ID))
          .set(REJECT.LAST_SEEN_AT, excluded(REJECT.LAST_SEEN_AT))
          .execute();
    }
  }

  /** Keys of all that is a reject to somebody: in the list, or to a sweep that is unfinished. */
  static Select<Record1<String>> keys(String source) {
    Condition unfinished = SWEEP.SOURCE.eq(source).and(SWEEP.FINISHED_AT.isNull());
    return select(REJECT.KEY)
        .from(REJECT)
        .where(REJECT.SOURCE.eq(source))
        .union(select(each(SWEEP.REJECTED)).from(SWEEP).where(unfinished))
        .union(
            select(each(CHECKPOINT.REJECTED))
                .from(CHECKPOINT)
                .join(SWEEP)
                .on(SWEEP.ID.eq(CHECKPOINT.SWEEP_ID))
                .where(unfinished));
  }

  private static Field<String> each(Field<String[]> array) {
    return function("unnest", String.class, array);
  }

  static Optional<String> lastReason(DSLContext db, String source) {
    return db.select(REJECT.REASON)
        .from(REJECT)
        .where(REJECT.SOURCE.eq(source))
        .orderBy(REJECT.LAST_SEEN_AT.desc(), REJECT.KEY)
        .limit(1)
        .fetchOptional(REJECT.REASON);
  }

  /** These records have been written now. */
  static void clear(DSLContext transaction, String source, Collection<String> keys) {
    transaction
        .deleteFrom(REJECT)
        .where(REJECT.SOURCE.eq(source))
        .and(REJECT.KEY.eq(any(keys.toArray(String[]::new))))
        .execute();
  }
}
