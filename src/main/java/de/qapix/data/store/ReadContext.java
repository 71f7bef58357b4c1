package de.qapix.data.store;

import java.time.Instant;
import java.util.Optional;

/**
 * On which occasion records were read from the API.
 *
 * @param scope whose records were listed
 * @param sweep number of the sweep that they were read for; empty where it was none
 */
public record ReadContext(String scope, Optional<Long> sweep, Instant at) {}
