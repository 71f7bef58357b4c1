package de.qapix.sandbox;

import java.util.function.LongSupplier;

/** Counts the requests that a limit takes. */
interface RateWindow {

  /** Counts a request: how many remain after it, or -1 when it is one too many. */
  int use();

  /**
   * The window of a limit.
   *
   * @param ticker nanoseconds
   */
  static RateWindow of(RateLimit limit, LongSupplier ticker) {
    return limit.kind() == RateLimit.Kind.FIXED
        ? new FixedWindow(limit, ticker)
        : new SlidingWindow(limit, ticker);
  }
}
