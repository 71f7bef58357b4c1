package de.qapix.sandbox;

import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * Where trouble takes place.
 *
 * @param times how often the same trouble has occurred, this time included
 */
record FaultContext(RandomGenerator random, Instant now, long times) {}
