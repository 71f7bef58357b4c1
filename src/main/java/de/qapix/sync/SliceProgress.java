package de.qapix.sync;

import de.qapix.store.Checkpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
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
  private final long before;
  private final Map<String, Instant> ahead = new LinkedHashMap<>();
  private final Map<String, Instant> open = new LinkedHashMap<>();
  private final Set<String> rejected = new HashSet<>();
  private final List<String> missing;
  private Instant doneUntil;
  private Instant lastListed;
  private long doneCount;
  private long listedCount;
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

  /** Those of a page that belong to this slice and have not been listed before. */
  <L extends Listed> List<L> list(List<L> page) {
    List<L> fresh = new ArrayList<>();
    for (L record : page) {
      Instant start = record.start();
      boolean ours = !start.isBefore(doneUntil) && start.isBefore(until);
      if (ours && ahead.putIfAbsent(record.key(), start) == null) {
        open.put(record.key(), start);
        lastListed = start.isAfter(lastListed) ? start : lastListed;
        listedCount++;
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
    open.remove(key);
    rejected.add(key);
    if (!ahead.containsKey(key)) {
      listedCount++;
    }
    spotless = false;
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
    for (Iterator<Instant> starts = ahead.values().iterator();
        starts.hasNext() && starts.next().isBefore(bound); ) {
      starts.remove();
      doneCount++;
    }
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
    return before + listedCount;
  }

  /** Records of the slice that are done. */
  long synced() {
    return total() - open.size() - rejected.size();
  }

  /** Records of the slice that wait for their requests. */
  long waiting() {
    return open.size();
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
    return new Checkpoint(from, until, doneUntil, doneCount, missing, spotless, finished);
  }
}
