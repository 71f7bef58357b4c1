package de.qapix.data.store;

import java.util.Set;

/**
 * What a batch made different.
 *
 * @param changed keys of records of which anything was new
 * @param removed keys of records that are marked as deleted and were not before
 */
public record Written(Set<String> changed, Set<String> removed) {

  /** Nothing. */
  public static final Written NOTHING = new Written(Set.of(), Set.of());

  public Written {
    changed = Set.copyOf(changed);
    removed = Set.copyOf(removed);
  }
}
