package de.qapix.data.sync;

import de.qapix.data.feed.ListedRecord;
import de.qapix.data.feed.Slice;
import de.qapix.data.store.Checkpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * How far one slice has come. Records are done in any order; the checkpoint stays before the first
 * that is not, so it is a lower bound. What stands behind it follows from the state of the records.
 */
final class SliceProgress {

  private final RunRecords<?, ?> records;
  private final Slice slice;

  /** Start times of listed records that no saved checkpoint has passed. */
  private final Map<String, Instant> ahead = new LinkedHashMap<>();

  /** Those that could not be read, so that nobody knows where they start, or were passed so. */
  private final Set<String> rejected;

  private final Set<String> missing;
  private Instant doneUntil;
  private long doneCount;
  private boolean finished;

  SliceProgress(Checkpoint checkpoint, RunRecords<?, ?> records) {
    this.records = records;
    this.slice = new Slice(checkpoint.from(), checkpoint.until());
    this.rejected = new LinkedHashSet<>(checkpoint.rejected());
    this.missing = new LinkedHashSet<>(checkpoint.missing());
    this.doneUntil = checkpoint.doneUntil();
    this.doneCount = checkpoint.doneCount();
    this.finished = checkpoint.finished();
  }

  /** The list of the slice shows these. */
  void list(Collection<? extends ListedRecord> listed) {
    for (ListedRecord record : listed) {
      rejected.remove(record.key());
      ahead.put(record.key(), record.start());
    }
  }

  /** The list of the slice shows one that cannot be read, as often as it may; it counts once. */
  void listUnreadable(String key) {
    if (!ahead.containsKey(key)) {
      rejected.add(key);
    }
  }

  /**
   * Moves the lower bound. Stored records in the stretch that it moves over and that were not
   * listed are missing.
   *
   * @param reached everything that starts before this moment has been listed
   * @param stored keys of the records that are stored between the last bound and this one
   */
  void advance(Instant reached, Function<Instant, Set<String>> stored) {
    Instant bound =
        ahead.entrySet().stream()
            .filter(each -> records.isOpen(each.getKey()))
            .map(Map.Entry::getValue)
            .reduce(reached, (one, other) -> one.isBefore(other) ? one : other);
    if (bound.isAfter(doneUntil)) {
      for (String key : stored.apply(bound)) {
        if (!ahead.containsKey(key) && !rejected.contains(key) && !records.isShown(key)) {
          missing.add(key);
        }
      }
      doneUntil = bound;
    }
  }

  /**
   * A rejected record that is done after all, whichever slice or run has shown it, has a place now.
   */
  void mend() {
    for (String key : List.copyOf(rejected)) {
      if (records.isDone(key)) {
        rejected.remove(key);
        Instant start = records.start(key);
        if (slice.holds(start)) {
          ahead.put(key, start);
        }
      }
    }
  }

  /** Whether records of the slice wait for their requests. */
  boolean isWaiting() {
    return ahead.keySet().stream().anyMatch(records::isOpen);
  }

  /** Stored records that were not listed and have not been asked for. */
  Set<String> missing() {
    return Collections.unmodifiableSet(missing);
  }

  /** The API has said what has become of these missing records, or will not say. */
  void found(Set<String> keys) {
    missing.removeAll(keys);
  }

  void finish() {
    missing.clear();
    finished = true;
  }

  boolean isFinished() {
    return finished;
  }

  /** Records of the slice that are known, in this run and those before. */
  long total() {
    return placed() + rejected.size();
  }

  /** Those of them whose place in the slice is known or passed. */
  long placed() {
    return doneCount + ahead.size();
  }

  /** The others: they could not be read, and another slice may show them as well. */
  Collection<String> unplaced() {
    return Collections.unmodifiableSet(rejected);
  }

  /** Records of the slice that are done. */
  long synced() {
    return doneCount + ahead.keySet().stream().filter(records::isDone).count();
  }

  /** Records of the slice that wait for their requests. */
  long waiting() {
    return ahead.keySet().stream().filter(records::isOpen).count();
  }

  Duration stretch() {
    return Duration.between(slice.from(), slice.until());
  }

  /** Where the slice stands once all that is being written is there. */
  Checkpoint checkpoint() {
    Set<String> passedUndone = new LinkedHashSet<>(rejected);
    long passed = doneCount;
    for (Map.Entry<String, Instant> each : ahead.entrySet()) {
      if (each.getValue().isBefore(doneUntil)) {
        if (records.isDone(each.getKey())) {
          passed++;
        } else if (!records.isOpen(each.getKey())) {
          passedUndone.add(each.getKey());
        }
      }
    }
    return new Checkpoint(
        slice.from(),
        slice.until(),
        doneUntil,
        passed,
        List.copyOf(missing),
        List.copyOf(passedUndone),
        finished);
  }

  /** The checkpoint stands in the database: what it has passed need not be remembered. */
  void saved() {
    Checkpoint saved = checkpoint();
    doneCount = saved.doneCount();
    rejected.addAll(saved.rejected());
    ahead
        .entrySet()
        .removeIf(each -> each.getValue().isBefore(doneUntil) && !records.isOpen(each.getKey()));
  }
}
