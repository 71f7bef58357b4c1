package de.qapix.data.sync;

import de.qapix.data.store.HeldBack;

/**
 * How far a sweep has come.
 *
 * @param total records that are known
 * @param synced records that are up to date
 */
record Reach(long total, long synced, HeldBack heldBack) {}
