package de.qapix.data.sync;

import de.qapix.data.api.TimeBox;
import de.qapix.data.store.Account;
import de.qapix.data.store.Store;
import de.qapix.data.store.Sweep;

/** What all slices of a run share. */
record Desk<L extends ListedRecord, W extends CompleteRecord>(
    Feed<L, W> feed,
    Store<W> store,
    Account account,
    Sweep sweep,
    FeedRequests<L, W> requests,
    PendingBatch<W> intake,
    Completions<L, W> completions,
    Tally tally,
    Density<L> density,
    SyncOptions options,
    StoreComparison comparison,
    TimeBox box) {}
