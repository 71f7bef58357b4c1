/**
 * The database as a sync sees it: one transaction for rows and checkpoint, run history, lock,
 * rejected records.
 */
package de.qapix.data.store;
