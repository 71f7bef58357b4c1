package de.qapix.data.store;

import java.time.Instant;

/** A stretch of start times: from its beginning to before its end. */
public record Stretch(Instant from, Instant until) {}
