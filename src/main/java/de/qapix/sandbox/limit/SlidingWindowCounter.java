package de.qapix.sandbox.limit;

import java.util.function.LongSupplier;

/**
 * A sliding window as many a gateway estimates it: of the requests in the clock's last window, the
 * part counts by which the time just past overlaps it.
 */
final class SlidingWindowCounter implements RateWindow {

  private final int limit;
  private final long length;
  private final LongSupplier ticker;
  private long current;
  private int used;
  private int usedBefore;

  SlidingWindowCounter(RateLimit limit, LongSupplier ticker) {
    this.limit = limit.requests();
    this.length = limit.window().toNanos();
    this.ticker = ticker;
  }

  @Override
  public synchronized int use() {
    long now = ticker.getAsLong();
    long window = Math.floorDiv(now, length);
    if (window != current) {
      usedBefore = window == current + 1 ? used : 0;
      current = window;
      used = 0;
    }
    double overlap = 1 - (double) Math.floorMod(now, length) / length;
    int counted = used + (int) Math.ceil(usedBefore * overlap);
    if (counted >= limit) {
      return -1;
    }
    used++;
    return limit - counted - 1;
  }
}
