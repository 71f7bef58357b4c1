package de.qapix.data.sync;

import de.qapix.data.store.Checkpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * How far one slice has come. Records are done in any order; the checkpoint stays before the first
 * that is not, so it is a lower bound.
 */
final class SliceProgress {

  private final Instant from;
  private final Instant until;

  /** Listed records that the bound has not passed. */
  private final Map<String, Instant> ahead = new LinkedHashMap<>();

  /** Those of them that wait for their requests. */
  private final Map<String, Instant> open = new LinkedHashMap<>();

  /** Records that the bound has passed since the checkpoint was last saved. */
  private final Set<String> passed = new HashSet<>();

  private final Set<String> rejected;
  private final Set<String> missing;
  private Instant doneUntil;
  private Instant lastListed;
  private long doneCount;
  private boolean listed;
  private boolean finished;

  SliceProgress(Checkpoint checkpoint) {
    this.from = checkpoint.from();
    this.until = checkpoint.until();
    this.missing = new LinkedHashSet<>(checkpoint.missing());
    this.rejected = new LinkedHashSet<>(checkpoint.rejected());
    this.doneUntil = checkpoint.doneUntil();
    this.lastListed = checkpoint.doneUntil();
    this.doneCount = checkpoint.doneCount();
    this.listed = checkpoint.finished();
    this.finished = checkpoint.finished();
  }

  /** Where a listing has to begin so that nothing is left out. */
  Instant resumeFrom() {
    return lastListed;
  }

  /** Those of a page that belong to this slice and have not been listed before. */
  <L extends ListedRecord> List<L> list(List<L> page) {
    return page.stream().filter(this::isFresh).toList();
  }

  private boolean isFresh(ListedRecord record) {
    Instant start = record.start();
    boolean ours = !start.isBefore(doneUntil) && start.isBefore(until);
    if (!ours || ahead.putIfAbsent(record.key(), start) != null) {
      return false;
    }
    rejected.remove(record.key());
    open.put(record.key(), start);
    lastListed = start.isAfter(lastListed) ? start : lastListed;
    return true;
  }

  /** A record that has been listed before has to be read once more. */
  void reopen(String key) {
    Instant start = ahead.get(key);
    if (start != null) {
      open.put(key, start);
    }
  }

  /** The list has come to its end. */
  void listedToTheEnd() {
    listed = true;
  }

  void done(String key) {
    open.remove(key);
  }

  /**
   * A record could not be read, as often as this is found: it counts once, and is not up to date.
   */
  void reject(String key) {
    open.remove(key);
    rejected.add(key);
  }

  /** A record that was done could not be written; does nothing where it is of another slice. */
  void refuse(String key) {
    if (passed.remove(key)) {
      doneCount--;
      rejected.add(key);
    } else if (ahead.containsKey(key)) {
      rejected.add(key);
    }
  }

  /**
   * A rejected record is complete after all; does nothing where it is none of this slice's. What
   * starts behind the bound will be listed yet, or has been.
   */
  void mend(String key, Instant start) {
    if (rejected.remove(key)
        && !ahead.containsKey(key)
        && !start.isBefore(from)
        && start.isBefore(doneUntil)) {
      doneCount++;
      passed.add(key);
    }
  }

  /**
   * Moves the lower bound. Stored records in the stretch that it moves over and that were not
   * listed are missing; what was listed there need not be remembered any longer.
   *
   * @param stored keys of the records that are stored in a stretch
   */
  void advance(Function<Slice, Set<String>> stored) {
    Instant bound = bound();
    if (!bound.isAfter(doneUntil)) {
      return;
    }
    for (String key : stored.apply(new Slice(doneUntil, bound))) {
      if (!ahead.containsKey(key) && !rejected.contains(key)) {
        missing.add(key);
      }
    }
    doneUntil = bound;
    ahead.entrySet().removeIf(each -> each.getValue().isBefore(bound) && pass(each.getKey()));
  }

  private boolean pass(String key) {
    if (!rejected.contains(key)) {
      doneCount++;
      passed.add(key);
    }
    return true;
  }

  private Instant bound() {
    if (!open.isEmpty()) {
      return Collections.min(open.values());
    }
    return listed ? until : lastListed;
  }

  /** Whether all that was listed is done, and nothing more will be. */
  boolean exhausted() {
    return listed && open.isEmpty();
  }

  boolean isListed() {
    return listed;
  }

  /** Stored records that were not listed and have not been asked for. */
  Set<String> missing() {
    return Collections.unmodifiableSet(missing);
  }

  /** The API has said what has become of a missing record, or will not say. */
  void found(String key) {
    missing.remove(key);
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
    return placed() + unplaced().size();
  }

  /** Those of them whose place in the slice is known or passed. */
  long placed() {
    return doneCount + ahead.size();
  }

  /** The others: they could not be read, and another slice may show them as well. */
  Collection<String> unplaced() {
    return rejected.stream().filter(key -> !ahead.containsKey(key)).toList();
  }

  /** Records of the slice that are done. */
  long synced() {
    long refused = rejected.stream().filter(ahead::containsKey).count();
    return placed() - open.size() - refused;
  }

  /** Records of the slice that wait for their requests. */
  long waiting() {
    return open.size();
  }

  /** Records of the slice behind which a run after this one need not look. */
  long passedSoFar() {
    return doneCount;
  }

  /** How much of the slice has been listed. */
  Duration listedStretch() {
    return Duration.between(from, listed ? until : lastListed);
  }

  /** How much of it has not. */
  Duration unlistedStretch() {
    return listed ? Duration.ZERO : Duration.between(lastListed, until);
  }

  Checkpoint checkpoint() {
    return new Checkpoint(
        from, until, doneUntil, doneCount, List.copyOf(missing), List.copyOf(unplaced()), finished);
  }

  /** The checkpoint stands in the database. */
  void saved() {
    passed.clear();
  }
}
