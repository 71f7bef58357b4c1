package de.qapix.sync;

import de.qapix.store.KnownRejects;
import de.qapix.store.Store;
import de.qapix.store.SweepHistory;

/** The database as a verification reads it. */
public record Ledger<L extends Listed, W extends Whole>(
    Store<W> store, Inventory<L, W> inventory, SweepHistory history, KnownRejects rejects) {}
