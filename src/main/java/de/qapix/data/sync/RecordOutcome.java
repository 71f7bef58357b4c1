package de.qapix.data.sync;

import de.qapix.data.store.BatchResult;

/** What a run has done with a record; what stands further down outdoes what stands above it. */
enum RecordOutcome {
  UNCHANGED,
  UPDATED,
  ADDED;

  /** What has been done with a record now that a batch is written. */
  static RecordOutcome of(String key, BatchResult written) {
    if (!written.records().changed().contains(key)) {
      return UNCHANGED;
    }
    return written.records().added().contains(key) ? ADDED : UPDATED;
  }

  /**
   * What a record counts as after this.
   *
   * @param before what it counted as until now; null where it did not
   */
  RecordOutcome after(RecordOutcome before) {
    return before == null || before.compareTo(this) < 0 ? this : before;
  }
}
