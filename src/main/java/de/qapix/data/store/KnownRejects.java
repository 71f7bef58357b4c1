package de.qapix.data.store;

import static de.qapix.db.qapix.tables.Reject.REJECT;
import static java.util.stream.Collectors.toMap;
import static org.jooq.impl.DSL.any;

import de.qapix.db.qapix.tables.records.RejectRecord;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record3;

/** The records that syncs could not read or write so far. */
public final class KnownRejects {

  private final DSLContext db;
  private final String source;

  /**
   * @param source name of what is synced, e.g. {@code calendly}
   */
  public KnownRejects(DSLContext db, String source) {
    this.db = db;
    this.source = source;
  }

  /** What one record is told from all others by. */
  public record RejectKey(String kind, String key) {

    public static RejectKey of(Reject reject) {
      return new RejectKey(reject.kind(), reject.key());
    }
  }

  /** Why each of them was rejected; those that a sync has succeeded with since are none. */
  public Map<RejectKey, String> reasons() {
    return db.select(REJECT.KIND, REJECT.KEY, REJECT.REASON)
        .from(REJECT)
        .where(mine())
        .fetchMap(row -> new RejectKey(row.value1(), row.value2()), Record3::value3);
  }

  /** Those of these keys that a sync has rejected and none has succeeded with since. */
  public Map<RejectKey, KnownReject> find(Collection<String> keys) {
    return where(REJECT.KEY.eq(any(keys.toArray(String[]::new)))).stream()
        .collect(toMap(known -> RejectKey.of(known.reject()), known -> known));
  }

  public int count() {
    return db.fetchCount(REJECT, mine());
  }

  /** The last ones that were met, newest first. */
  public List<KnownReject> latest(int limit) {
    return db.selectFrom(REJECT)
        .where(mine())
        .orderBy(REJECT.LAST_SEEN_AT.desc(), REJECT.KIND, REJECT.KEY)
        .limit(limit)
        .fetch(KnownRejects::reject);
  }

  /** The one with this key, or else all whose keys end with it. */
  public List<KnownReject> find(String keyOrEnding) {
    List<KnownReject> exact = where(REJECT.KEY.eq(keyOrEnding));
    return exact.isEmpty() ? where(REJECT.KEY.endsWith(keyOrEnding)) : exact;
  }

  private List<KnownReject> where(Condition condition) {
    return db.selectFrom(REJECT)
        .where(mine())
        .and(condition)
        .orderBy(REJECT.KIND, REJECT.KEY)
        .fetch(KnownRejects::reject);
  }

  /** Forgets a reject; a sync that meets the record again remembers it again. */
  public void forget(Reject reject) {
    db.deleteFrom(REJECT)
        .where(mine())
        .and(REJECT.KIND.eq(reject.kind()))
        .and(REJECT.KEY.eq(reject.key()))
        .execute();
  }

  private Condition mine() {
    return REJECT.SOURCE.eq(source);
  }

  private static KnownReject reject(RejectRecord row) {
    return new KnownReject(
        new Reject(
            row.getKind(),
            row.getKey(),
            row.getOrigin(),
            row.getReason(),
            row.getRaw() == null ? "" : row.getRaw()),
        row.getRunId(),
        row.getFirstSeenAt(),
        row.getLastSeenAt());
  }
}
