package de.qapix.data.store;

import java.util.Set;

/**
 * What a batch made different.
 *
 * @param removed keys of records that are marked as deleted and were not before
 */
public record BatchResult(WrittenRecords records, Set<String> removed) {

  /** Nothing. */
  public static final BatchResult NOTHING = new BatchResult(WrittenRecords.NOTHING, Set.of());

  public BatchResult {
    removed = Set.copyOf(removed);
  }
}
