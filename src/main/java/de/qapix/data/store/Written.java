package de.qapix.data.store;

import java.util.Set;

/**
 * What a batch made different.
 *
 * @param removed keys of records that are marked as deleted and were not before
 */
public record Written(WrittenRecords records, Set<String> removed) {

  /** Nothing. */
  public static final Written NOTHING = new Written(WrittenRecords.NOTHING, Set.of());

  public Written {
    removed = Set.copyOf(removed);
  }
}
