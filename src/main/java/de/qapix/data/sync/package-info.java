/**
 * The course of a sync: slices, changes, batches, time limit, checkpoint, progress, result. Knows
 * no API and no table by name.
 */
package de.qapix.data.sync;
