package de.qapix.sync;

import de.qapix.store.Checkpoint;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How far one slice has come. Records are done in any order; the checkpoint stays before the first
 * that is not, so it is a lower bound.
 */
final class SliceProgress {

  private final Instant from;
  private final Instant until;
  private final Set<String> seen = new HashSet<>();
  private final Map<String, Instant> open = new LinkedHashMap<>();
  private final Deque<Instant> uncounted = new ArrayDeque<>();
  private final List<String> missing;
  private final long before;
  private Instant doneUntil;
  private Instant lastListed;
  private long doneCount;
  private long rejected;
  private boolean spotless;
  private boolean listed;
  private boolean finished;

  SliceProgress(Checkpoint checkpoint) {
    this.from = checkpoint.from();
    this.until = checkpoint.until();
    this.missing = new ArrayList<>(checkpoint.missing());
    this.before = checkpoint.doneCount();
    this.doneUntil = checkpoint.doneUntil();
    this.lastListed = checkpoint.doneUntil();
    this.doneCount = checkpoint.doneCount();
    this.spotless = checkpoint.spotless();
    this.listed = checkpoint.finished();
    this.finished = checkpoint.finished();
  }

  /** Where a listing has to begin so that nothing is left out. */
  Instant resumeFrom() {
    return lastListed;
  }

  Instant until() {
    return until;
  }

  /** Those of a page that belong to this slice and have not been listed before. */
  <L extends Listed> List<L> list(List<L> page) {
    List<L> fresh = new ArrayList<>();
    for (L record : page) {
      Instant start = record.start();
      if (!start.isBefore(doneUntil) && start.isBefore(until) && seen.add(record.key())) {
        open.put(record.key(), start);
        uncounted.add(start);
        lastListed = start.isAfter(lastListed) ? start : lastListed;
        fresh.add(record);
      }
    }
    return fresh;
  }

  /** The list has come to its end. */
  void listedToTheEnd() {
    listed = true;
  }

  void done(String key) {
    open.remove(key);
  }

  /**
   * A record could not be read: it counts, but is not up to date, and what is missing proves
   * nothing.
   */
  void reject(String key) {
    seen.add(key);
    open.remove(key);
    rejected++;
    spotless = false;
  }

  /**
   * Moves the lower bound.
   *
   * @return the stretch that it has moved over, empty when it has not moved
   */
  Slice advance() {
    Instant old = doneUntil;
    doneUntil = bound();
    while (!uncounted.isEmpty() && uncounted.peek().isBefore(doneUntil)) {
      uncounted.poll();
      doneCount++;
    }
    return new Slice(old, doneUntil);
  }

  private Instant bound() {
    if (!open.isEmpty()) {
      Instant first = open.values().iterator().next();
      return first.isAfter(doneUntil) ? first : doneUntil;
    }
    return listed ? until : lastListed;
  }

  /** Stored records in a stretch that is done: those that were not listed are missing. */
  void compare(Set<String> stored) {
    stored.stream().filter(key -> !seen.contains(key)).forEach(missing::add);
  }

  /** Whether all that was listed is done, and nothing more will be. */
  boolean exhausted() {
    return listed && open.isEmpty();
  }

  boolean isListed() {
    return listed;
  }

  List<String> missing() {
    return List.copyOf(missing);
  }

  boolean isSpotless() {
    return spotless;
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
    return before + seen.size();
  }

  /** Records of the slice that are done. */
  long synced() {
    return total() - open.size() - rejected;
  }

  Checkpoint checkpoint() {
    return new Checkpoint(from, until, doneUntil, doneCount, missing, spotless, finished);
  }
}
