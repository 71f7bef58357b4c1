package de.qapix.data.verify;

import de.qapix.data.feed.CompleteRecord;
import de.qapix.data.feed.ListedRecord;
import de.qapix.data.store.KnownRejects;
import de.qapix.data.store.Store;

/** The database as a verification reads it. */
public record VerificationStore<L extends ListedRecord, W extends CompleteRecord>(
    Store<W> store, StoredComparison<L, W> inventory, KnownRejects rejects) {}
