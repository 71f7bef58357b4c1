package de.qapix.data.sync;

import de.qapix.data.feed.Slice;
import java.time.Duration;
import java.time.Instant;

/**
 * Which records a run is about: those that start around now.
 *
 * @param daysBack days before now at which the window begins
 * @param daysForward days after now at which it ends
 */
public record Window(int daysBack, int daysForward) {

  public Slice around(Instant now) {
    return new Slice(now.minus(Duration.ofDays(daysBack)), now.plus(Duration.ofDays(daysForward)));
  }
}
