package de.qapix.data.sync;

import de.qapix.data.feed.Slice;
import de.qapix.data.store.Store;
import de.qapix.data.store.StoredRecord;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What is stored of the slices of a run. A distant database takes its time for each question, so
 * one asks for the next portion of a slice and the first one of those that are listed after it.
 */
final class StoredSliceReader {

  private static final int PORTION = 5000;

  private final Store<?> store;
  private final String scope;
  private final Deque<StoredSlice> unread = new ArrayDeque<>();

  /**
   * @param scope whose records are listed
   */
  StoredSliceReader(Store<?> store, String scope) {
    this.store = store;
    this.scope = scope;
  }

  /** What is stored of a slice that is listed after those before it. */
  StoredSlice add(Slice slice) {
    StoredSlice stored = new StoredSlice(this::readNext, slice);
    if (slice.from().isBefore(slice.until())) {
      unread.add(stored);
    }
    return stored;
  }

  /** Reads of the slices that are listed first before their lists have come. */
  void begin() {
    if (!unread.isEmpty()) {
      readNext(unread.element());
    }
  }

  private void readNext(StoredSlice wanted) {
    List<StoredSlice> slices = new ArrayList<>(List.of(wanted));
    unread.remove(wanted);
    while (slices.size() < SweepSlices.SIDE_BY_SIDE && !unread.isEmpty()) {
      slices.add(unread.remove());
    }
    List<List<StoredRecord>> portions =
        store.find(scope, slices.stream().map(StoredSlice::next).toList(), PORTION);
    for (int i = 0; i < slices.size(); i++) {
      slices.get(i).add(portions.get(i), portions.get(i).size() < PORTION);
    }
  }
}
