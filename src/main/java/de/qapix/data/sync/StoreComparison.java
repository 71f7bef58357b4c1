package de.qapix.data.sync;

import static java.util.stream.Collectors.toSet;

import de.qapix.data.store.Store;
import de.qapix.data.store.StoredRecord;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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
    return changes(List.of(listed)).get(0);
  }

  /** What each of these pages means, for one question to the database. */
  <L extends ListedRecord> List<Changes<L>> changes(Collection<List<L>> pages) {
    Set<String> keys = pages.stream().flatMap(List::stream).map(ListedRecord::key).collect(toSet());
    Map<String, StoredRecord> stored = store.find(scope, keys);
    Instant now = clock.instant();
    return pages.stream().map(page -> Changes.between(page, stored, now, full)).toList();
  }

  /** Keys of what is stored of a stretch, and should be listed there. */
  Set<String> listed(Slice stretch) {
    return store.listed(scope, stretch.from(), stretch.until());
  }
}
