package de.qapix.data.sync;

import de.qapix.data.api.ApiUsage;
import de.qapix.data.store.BatchResult;
import de.qapix.data.store.Counts;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * What a run will have done once a batch is written. A record counts once, however often the run
 * has met it: as added if the run wrote it for the first time, else as updated if anything of it
 * was new, else as unchanged.
 *
 * @param figures how many records of the run had each outcome before
 * @param records keys of the batch, with what each counted as before; null where it did not
 * @param gone those of the batch's deletions that have not been counted before
 */
record BatchCounts(
    Map<RecordOutcome, Long> figures,
    Map<String, RecordOutcome> records,
    Set<String> gone,
    long removed,
    long rejected,
    SweepTotals totals,
    ApiUsage effort) {

  BatchCounts {
    figures = Map.copyOf(figures);
  }

  /** May be asked several times, as a transaction may be tried again. */
  Counts after(BatchResult result) {
    Map<RecordOutcome, Long> after = new EnumMap<>(RecordOutcome.class);
    after.putAll(figures);
    records.forEach((key, before) -> count(before, RecordOutcome.of(key, result, before), after));
    return new Counts(
        totals.total(),
        totals.synced(),
        after.getOrDefault(RecordOutcome.ADDED, 0L),
        after.getOrDefault(RecordOutcome.UPDATED, 0L),
        after.getOrDefault(RecordOutcome.UNCHANGED, 0L),
        removed + result.removed().stream().filter(gone::contains).count(),
        rejected,
        totals.heldBack(),
        effort.requests(),
        effort.waited());
  }

  /** Counts a record anew. */
  static void count(RecordOutcome before, RecordOutcome now, Map<RecordOutcome, Long> figures) {
    figures.merge(now, 1L, Long::sum);
    if (before != null) {
      figures.merge(before, -1L, Long::sum);
    }
  }
}
