package de.qapix.data.store;

import static de.qapix.db.qapix.tables.Sweep.SWEEP;

import java.util.List;
import org.jooq.DSLContext;

/** The sweeps that came to their end. */
public final class SweepHistory {

  private final DSLContext db;
  private final String source;

  /**
   * @param source name of what is synced, e.g. {@code calendly}
   */
  public SweepHistory(DSLContext db, String source) {
    this.db = db;
    this.source = source;
  }

  /** The last finished sweep of this scope with each set of options, without checkpoints. */
  public List<Sweep> finished(String scope) {
    return db.select(SWEEP.ID, SWEEP.WINDOW_FROM, SWEEP.WINDOW_UNTIL, SWEEP.PIVOT)
        .distinctOn(SWEEP.OPTIONS)
        .from(SWEEP)
        .where(SWEEP.SOURCE.eq(source))
        .and(SWEEP.SCOPE.eq(scope))
        .and(SWEEP.FINISHED_AT.isNotNull())
        .orderBy(SWEEP.OPTIONS, SWEEP.PIVOT.desc())
        .fetch(row -> Sweep.begun(row.value1(), row.value2(), row.value3(), row.value4()));
  }
}
