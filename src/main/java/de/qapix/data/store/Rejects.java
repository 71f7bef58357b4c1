package de.qapix.data.store;

import static de.qapix.db.qapix.tables.Reject.REJECT;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.excluded;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;

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

  static Set<String> keys(DSLContext db, String source) {
    return db.select(REJECT.KEY).from(REJECT).where(REJECT.SOURCE.eq(source)).fetchSet(REJECT.KEY);
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
