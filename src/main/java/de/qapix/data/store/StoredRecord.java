package de.qapix.data.store;

import java.time.Instant;
import java.util.Optional;

/**
 * What the database knows of a record.
 *
 * @param fingerprint of the record as it was last written; empty when it has to be written again
 *     whatever it looks like
 * @param dueAt when what belongs to it is to be read again although it looks unchanged
 * @param readFor number of the sweep for which that was last read; empty where it was none
 */
public record StoredRecord(String fingerprint, Optional<Instant> dueAt, Optional<Long> readFor) {}
