package de.qapix.data.sync;

import de.qapix.data.store.WithheldDeletions;

/**
 * How far a sweep has come.
 *
 * @param total records that are known
 * @param synced records that are up to date
 */
record SweepTotals(long total, long synced, WithheldDeletions heldBack) {}
