package de.qapix.data.sync;

import de.qapix.data.api.ApiUsage;
import de.qapix.data.store.Counts;
import de.qapix.data.store.HeldBack;
import de.qapix.data.store.Written;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a run has done so far. A record counts once, however often the run has met it: as added if
 * the run wrote it for the first time, else as updated if anything of it was new, else as
 * unchanged.
 */
final class Tally {

  /** What became of a record; what stands further down outdoes what stands above it. */
  private enum Fate {
    UNCHANGED,
    UPDATED,
    ADDED
  }

  private final Map<String, Fate> fates = new HashMap<>();
  private final Set<String> removed = new HashSet<>();
  private final Set<String> rejected = new HashSet<>();
  private final Map<Fate, Long> counts = new EnumMap<>(Fate.class);
  private Cost wanted = Cost.NOTHING;
  private Cost had = Cost.NOTHING;

  /** A record was compared and left alone. */
  void unchanged(String key) {
    meet(key, Fate.UNCHANGED, counts);
    fates.putIfAbsent(key, Fate.UNCHANGED);
  }

  private void meet(String key, Fate fate, Map<Fate, Long> figures) {
    Fate before = fates.get(key);
    if (before == null || fate.compareTo(before) > 0) {
      figures.merge(fate, 1L, Long::sum);
      if (before != null) {
        figures.merge(before, -1L, Long::sum);
      }
    }
  }

  /** A record has to be completed. */
  void wanted(Cost cost) {
    wanted = wanted.plus(cost);
  }

  /** It is complete, or cannot be completed. */
  void had(Cost cost) {
    had = had.plus(cost);
  }

  /** What it costs to complete the records that have been begun. */
  Cost open() {
    return wanted.minus(had);
  }

  void rejected(String kind, String key) {
    rejected.add(kind + " " + key);
  }

  /** A batch has been written. */
  void written(Set<String> keys, Set<String> fresh, Written written) {
    for (String key : keys) {
      Fate fate = fate(key, fresh, written);
      meet(key, fate, counts);
      fates.merge(key, fate, (one, other) -> one.compareTo(other) < 0 ? other : one);
    }
    removed.addAll(written.removed());
  }

  private static Fate fate(String key, Set<String> fresh, Written written) {
    if (fresh.contains(key)) {
      return Fate.ADDED;
    }
    return written.changed().contains(key) ? Fate.UPDATED : Fate.UNCHANGED;
  }

  /**
   * What the run will have done once a batch is written. May be asked several times for one batch,
   * as a transaction may be tried again.
   *
   * @param keys of the records of the batch
   * @param fresh those of them that had not been stored before
   */
  Counts after(Set<String> keys, Set<String> fresh, Written written, Reach reach, ApiUsage effort) {
    Map<Fate, Long> figures = new EnumMap<>(Fate.class);
    figures.putAll(counts);
    keys.forEach(key -> meet(key, fate(key, fresh, written), figures));
    long again = written.removed().stream().filter(removed::contains).count();
    return new Counts(
        reach.total(),
        reach.synced(),
        figures.getOrDefault(Fate.ADDED, 0L),
        figures.getOrDefault(Fate.UPDATED, 0L),
        figures.getOrDefault(Fate.UNCHANGED, 0L),
        removed.size() + written.removed().size() - again,
        rejected.size(),
        reach.heldBack(),
        effort.requests(),
        effort.waited());
  }

  Counts counts(Reach reach, ApiUsage effort) {
    return after(Set.of(), Set.of(), Written.NOTHING, reach, effort);
  }

  /**
   * How far a sweep has come.
   *
   * @param total records that are known
   * @param synced records that are up to date
   */
  record Reach(long total, long synced, HeldBack heldBack) {}
}
