package de.qapix.data.sync;

import de.qapix.data.store.Reject;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What the runs of a sweep could not read or write so far, and none has since. The limit holds for
 * all of it: a run that only goes on behind what another one could not read has not succeeded.
 */
final class SweepRejects {

  private final Set<String> keys;
  private final int limit;
  private String lastReason;

  /**
   * @param before keys of what runs before this one have rejected
   * @param lastReason why the last of them was rejected; empty where that is not known
   * @param limit how many a sweep bears
   */
  SweepRejects(Set<String> before, String lastReason, int limit) {
    this.keys = new LinkedHashSet<>(before);
    this.lastReason = lastReason;
    this.limit = limit;
  }

  void add(Reject reject) {
    keys.add(reject.key());
    lastReason = reject.reason();
  }

  /** It could be read and written now; tells whether it was a reject. */
  boolean remove(String key) {
    return keys.remove(key);
  }

  boolean contains(String key) {
    return keys.contains(key);
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
      throw new TooManyRejectsException(keys.size(), limit, lastReason);
    }
  }
}
