package de.qapix.data.sync;

import de.qapix.data.store.Reject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What the runs of a sweep could not read or write so far, and none has since. The limit holds for
 * all of it: a run that only goes on behind what another one could not read has not succeeded.
 */
final class SweepRejects {

  private final Set<String> keys;
  private final Predicate<String> ofAnyRun;
  private final int limit;

  /** Keys of what this run has met. */
  private final Set<String> ofTheRun = new HashSet<>();

  private final List<Reject> unwritten = new ArrayList<>();
  private final Set<String> settled = new LinkedHashSet<>();
  private Supplier<String> lastReason;

  /**
   * @param before keys of what runs of the sweep before this one have rejected
   * @param ofAnyRun whether something is a reject of any run
   * @param limit how many a sweep bears
   * @param lastReason why the last of them was rejected; empty where that is not known
   */
  SweepRejects(
      Set<String> before, Predicate<String> ofAnyRun, int limit, Supplier<String> lastReason) {
    this.keys = new LinkedHashSet<>(before);
    this.ofAnyRun = ofAnyRun;
    this.limit = limit;
    this.lastReason = lastReason;
  }

  /** Those of a run that is part of no sweep. */
  static SweepRejects none() {
    return new SweepRejects(Set.of(), key -> false, Integer.MAX_VALUE, () -> "");
  }

  /** Something could not be read, which is to be written. */
  void add(Reject reject) {
    unwritten.add(reject);
    note(reject);
  }

  /** A reject is written already, or is about to be. */
  void note(Reject reject) {
    ofTheRun.add(reject.key());
    keys.add(reject.key());
    lastReason = reject::reason;
  }

  /** Something could be read: it is no reject any longer. */
  void read(String key) {
    if (keys.remove(key)) {
      unwritten.removeIf(reject -> reject.key().equals(key));
      ofTheRun.remove(key);
    }
  }

  /** A record is fine as it is stored; if it was a reject, it is none any longer. */
  void leave(String key) {
    if (keys.contains(key) || ofAnyRun.test(key)) {
      settled.add(key);
    }
    read(key);
  }

  /** These are to be written as rejects no longer. */
  void settle(Set<String> keys) {
    settled.addAll(keys);
  }

  boolean isEmpty() {
    return unwritten.isEmpty() && settled.isEmpty();
  }

  List<Reject> unwritten() {
    return List.copyOf(unwritten);
  }

  /** Keys of records that are rejects no longer although they were not written. */
  Set<String> settled() {
    return Set.copyOf(settled);
  }

  /** They have gone into a batch. */
  void clear() {
    unwritten.clear();
    settled.clear();
  }

  /** How many this run could not read or write, and has not since. */
  long ofTheRun() {
    return ofTheRun.size();
  }

  int count() {
    return keys.size();
  }

  /**
   * Asserts that the sweep still bears them.
   *
   * @throws TooManyRejectsException when it does not
   */
  void assertBearable() {
    if (keys.size() > limit) {
      throw new TooManyRejectsException(keys.size(), limit, lastReason.get());
    }
  }
}
