package de.qapix.data.sync;

import de.qapix.data.store.BatchResult;

/** What a run has done with a record; what stands further down outdoes what stands above it. */
enum RecordOutcome {
  UNCHANGED,
  UPDATED,
  ADDED;

  /**
   * What a record counts as once a batch is written.
   *
   * @param before what it counted as until now; null where it did not
   */
  static RecordOutcome of(String key, BatchResult result, RecordOutcome before) {
    RecordOutcome now =
        !result.changed().contains(key)
            ? UNCHANGED
            : result.added().contains(key) ? ADDED : UPDATED;
    return before == null || before.compareTo(now) < 0 ? now : before;
  }
}
