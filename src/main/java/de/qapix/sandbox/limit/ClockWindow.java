package de.qapix.sandbox.limit;

import java.util.function.LongSupplier;

/** A window that begins whenever the clock has passed another of its lengths. */
final class ClockWindow implements RateWindow {

  private final int limit;
  private final long length;
  private final LongSupplier ticker;
  private long current;
  private int used;

  ClockWindow(RateLimit limit, LongSupplier ticker) {
    this.limit = limit.requests();
    this.length = limit.window().toNanos();
    this.ticker = ticker;
  }

  @Override
  public synchronized int use() {
    long window = Math.floorDiv(ticker.getAsLong(), length);
    if (window != current) {
      current = window;
      used = 0;
    }
    if (used >= limit) {
      return -1;
    }
    used++;
    return limit - used;
  }
}
