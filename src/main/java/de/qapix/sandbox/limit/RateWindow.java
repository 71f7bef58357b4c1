package de.qapix.sandbox.limit;

import java.util.function.LongSupplier;

/** Counts the requests that a limit takes. */
public interface RateWindow {

  /** Counts a request: how many remain after it, or -1 when it is one too many. */
  int use();

  /**
   * The window of a limit.
   *
   * @param ticker nanoseconds
   */
  static RateWindow of(RateLimit limit, LongSupplier ticker) {
    return switch (limit.kind()) {
      case FIXED -> new FixedWindow(limit, ticker);
      case SLIDING -> new SlidingWindow(limit, ticker);
      case CLOCK -> new ClockWindow(limit, ticker);
      case COUNTER -> new SlidingWindowCounter(limit, ticker);
    };
  }
}
