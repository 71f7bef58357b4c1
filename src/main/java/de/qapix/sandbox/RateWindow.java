package de.qapix.sandbox;

import java.time.Duration;
import java.util.function.LongSupplier;

/** The API's limit: so many requests in a window, which begins with the first request in it. */
final class RateWindow {

  private final int limit;
  private final Duration length;
  private final LongSupplier ticker;
  private long began;
  private int used;

  /**
   * @param limit 0 for none
   * @param ticker nanoseconds
   */
  RateWindow(int limit, Duration length, LongSupplier ticker) {
    this.limit = limit;
    this.length = length;
    this.ticker = ticker;
    this.began = ticker.getAsLong() - length.toNanos();
  }

  boolean isLimited() {
    return limit > 0;
  }

  int limit() {
    return limit;
  }

  /** Counts a request: how many remain after it, or -1 when it is one too many. */
  synchronized int use() {
    long now = ticker.getAsLong();
    if (now - began >= length.toNanos()) {
      began = now;
      used = 0;
    }
    if (used >= limit) {
      return -1;
    }
    used++;
    return limit - used;
  }
}
