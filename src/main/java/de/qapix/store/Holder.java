package de.qapix.store;

import java.time.Instant;

/** The run that may write at present. */
public record Holder(long runId, String host, long pid, Instant since) {}
