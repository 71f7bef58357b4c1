package de.qapix.data.store;

import java.time.Instant;

/**
 * A record that was rejected and has not been written since.
 *
 * @param runId the run that last met it
 */
public record KnownReject(Reject reject, long runId, Instant firstSeenAt, Instant lastSeenAt) {}
