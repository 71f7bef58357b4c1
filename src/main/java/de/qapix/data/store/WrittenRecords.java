package de.qapix.data.store;

import java.util.Set;

/**
 * What writing records made different.
 *
 * @param added keys of those that were not stored before
 * @param changed keys of those of which anything was new, the added ones among them
 */
public record WrittenRecords(Set<String> added, Set<String> changed) {

  /** Nothing. */
  public static final WrittenRecords NOTHING = new WrittenRecords(Set.of(), Set.of());

  public WrittenRecords {
    added = Set.copyOf(added);
    changed = Set.copyOf(changed);
  }
}
