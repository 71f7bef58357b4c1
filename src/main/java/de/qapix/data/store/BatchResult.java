package de.qapix.data.store;

import java.util.Set;

/**
 * What a batch made different.
 *
 * @param added keys of records that were not stored before
 * @param changed keys of those of which anything was new, the added ones among them
 * @param removed keys of records that are marked as deleted and were not before
 */
public record BatchResult(Set<String> added, Set<String> changed, Set<String> removed) {

  /** Nothing. */
  public static final BatchResult NOTHING = new BatchResult(Set.of(), Set.of(), Set.of());

  public BatchResult {
    added = Set.copyOf(added);
    changed = Set.copyOf(changed);
    removed = Set.copyOf(removed);
  }
}
