package de.qapix.sandbox.limit;

import java.time.Duration;

/**
 * How many requests the API takes.
 *
 * @param requests 0 for no limit
 * @param window the time in which that many are taken; at least a millisecond
 */
public record RateLimit(int requests, Duration window, Kind kind) {

  /** When a window begins. */
  public enum Kind {
    /** With the first request in it; all of it is free again when it is over. */
    FIXED,
    /** At every moment: what counts is how many requests were taken in the time just past. */
    SLIDING,
    /** By the clock; all of it is free again when it is over. */
    CLOCK,
    /** At every moment, estimated from the counts of the clock's present and last window. */
    COUNTER
  }

  /** No limit. */
  public static final RateLimit NONE = new RateLimit(0, Duration.ofMinutes(1), Kind.FIXED);

  public RateLimit {
    if (requests < 0 || window.toMillis() < 1) {
      throw new IllegalArgumentException("requests or window");
    }
  }

  /** So many requests in each minute, as in the field; 0 for no limit. */
  public static RateLimit perMinute(int requests) {
    return new RateLimit(requests, Duration.ofMinutes(1), Kind.FIXED);
  }

  public boolean isNone() {
    return requests == 0;
  }

  /** What the API says of its window, always: whole seconds, at least one. */
  public long reset() {
    return Math.max(1, (window.toMillis() + 999) / 1_000);
  }
}
