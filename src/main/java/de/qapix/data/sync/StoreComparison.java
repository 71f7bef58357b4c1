package de.qapix.data.sync;

import de.qapix.data.store.Store;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Compares what a list shows with what is stored.
 *
 * @param scope whose records are listed
 * @param full number of the sweep for which every record is to be read once, however it looks;
 *     empty for an ordinary one
 */
record StoreComparison(Store<?> store, String scope, Optional<Long> full, InstantSource clock) {

  <L extends ListedRecord> Changes<L> changes(List<L> listed) {
    List<String> keys = listed.stream().map(ListedRecord::key).toList();
    return Changes.between(listed, store.find(scope, keys), clock.instant(), full);
  }

  /** Keys of what is stored of a stretch, and should be listed there. */
  Set<String> listed(Slice stretch) {
    return store.listed(scope, stretch.from(), stretch.until());
  }
}
