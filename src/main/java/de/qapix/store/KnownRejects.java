package de.qapix.store;

import static de.qapix.db.qapix.tables.Reject.REJECT;

import org.jooq.DSLContext;

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

  /** Whether a sync has rejected this record, and none has succeeded with it since. */
  public boolean contains(String kind, String key) {
    return db.fetchExists(
        REJECT, REJECT.SOURCE.eq(source).and(REJECT.KIND.eq(kind)).and(REJECT.KEY.eq(key)));
  }
}
