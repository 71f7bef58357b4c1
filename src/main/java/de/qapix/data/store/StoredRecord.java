package de.qapix.data.store;

import java.time.Instant;
import java.util.Optional;

/**
 * What the database knows of a record.
 *
 * @param start its place, as it was last written
 * @param expected whether a list of this scope should show it: one has once, and it is not deleted
 *     with all that belongs to it
 * @param fingerprint of the record as it was last written; empty when it has to be written again
 *     whatever it looks like
 * @param dueAt when what belongs to it is to be read again although it looks unchanged
 * @param readFor number of the sweep for which that was last read; empty where it was none
 */
public record StoredRecord(
    String key,
    Instant start,
    boolean expected,
    String fingerprint,
    Optional<Instant> dueAt,
    Optional<Long> readFor) {}
