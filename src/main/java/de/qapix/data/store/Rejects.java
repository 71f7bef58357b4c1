package de.qapix.data.store;

import static de.qapix.db.qapix.tables.Reject.REJECT;
import static de.qapix.db.qapix.tables.Sweep.SWEEP;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.select;

import de.qapix.db.qapix.tables.records.RejectRecord;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;

/** The records that could not be read or written. */
final class Rejects {

  private static final Upsert<RejectRecord> UPSERT =
      new Upsert<>(
          REJECT,
          List.of(REJECT.SOURCE, REJECT.KIND, REJECT.KEY),
          List.of(REJECT.ORIGIN, REJECT.REASON, REJECT.RAW, REJECT.RUN_ID, REJECT.LAST_SEEN_AT),
          List.of(),
          List.of(REJECT.FIRST_SEEN_AT),
          Optional.empty());

  private Rejects() {}

  static void save(
      DSLContext transaction, String source, long runId, List<Reject> rejects, Instant now) {
    UPSERT.write(
        transaction, rejects.stream().map(reject -> row(source, runId, reject, now)).toList());
  }

  private static RejectRecord row(String source, long runId, Reject reject, Instant now) {
    RejectRecord row = new RejectRecord();
    row.setSource(source);
    row.setKind(reject.kind());
    row.setKey(reject.key());
    row.setOrigin(reject.origin());
    row.setReason(reject.reason());
    row.setRaw(reject.raw());
    row.setRunId(runId);
    row.setFirstSeenAt(now);
    row.setLastSeenAt(now);
    return row;
  }

  /** Keys of all that is a reject to somebody: in the list, or to a sweep that is unfinished. */
  static Select<Record1<String>> keys(String source) {
    Condition unfinished = SWEEP.SOURCE.eq(source).and(SWEEP.FINISHED_AT.isNull());
    return select(REJECT.KEY)
        .from(REJECT)
        .where(REJECT.SOURCE.eq(source))
        .union(select(each(SWEEP.REJECTED)).from(SWEEP).where(unfinished));
  }

  private static Field<String> each(Field<String[]> array) {
    return function("unnest", String.class, array);
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
