package de.qapix.sandbox.limit;

import java.util.function.LongSupplier;

/** A window that begins with the first request in it. */
final class FixedWindow implements RateWindow {

  private final int limit;
  private final long length;
  private final LongSupplier ticker;
  private long began;
  private int used;

  FixedWindow(RateLimit limit, LongSupplier ticker) {
    this.limit = limit.requests();
    this.length = limit.window().toNanos();
    this.ticker = ticker;
    this.began = ticker.getAsLong() - length;
  }

  @Override
  public synchronized int use() {
    long now = ticker.getAsLong();
    if (now - began >= length) {
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
