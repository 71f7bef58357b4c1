package de.qapix.data.sync;

import de.qapix.data.api.TimeBox;
import de.qapix.data.store.Account;
import de.qapix.data.store.Store;
import de.qapix.data.store.StoredRecord;
import de.qapix.data.store.Sweep;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** What all slices of a run share. */
record Desk<L extends ListedRecord, W extends CompleteRecord>(
    Feed<L, W> feed,
    Store<W> store,
    Account account,
    Sweep sweep,
    RequestPool crew,
    PendingBatch<W> intake,
    Completions<L, W> completions,
    Tally tally,
    Density<L> density,
    SyncOptions options,
    TimeBox box,
    InstantSource clock) {

  /** What a list means for the database now. */
  Changes<L> changes(List<L> listed, Map<String, StoredRecord> stored) {
    return Changes.between(listed, stored, clock.instant(), options.full(sweep));
  }
}
