package de.qapix.data.store;

import java.time.Instant;

/** The run that may write at present. */
public record LockHolder(long runId, String host, long pid, Instant since) {}
