package de.qapix.data.sync;

import static java.util.stream.Collectors.toSet;

import de.qapix.data.feed.ListedRecord;
import de.qapix.data.store.Store;
import de.qapix.data.store.StoredRecord;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares what a list shows with what is stored.
 *
 * @param scope whose records are listed
 * @param full number of the sweep for which every record is to be read once, however it looks;
 *     empty for an ordinary one
 */
record ListComparison(Store<?> store, String scope, Optional<Long> full, InstantSource clock) {

  /** What these mean for what is stored, which the database is asked for. */
  <L extends ListedRecord> Changes<L> changes(List<L> listed) {
    return changes(
        listed, store.find(scope, listed.stream().map(ListedRecord::key).collect(toSet())));
  }

  <L extends ListedRecord> Changes<L> changes(List<L> listed, Map<String, StoredRecord> stored) {
    return Changes.between(listed, stored, clock.instant(), full);
  }
}
