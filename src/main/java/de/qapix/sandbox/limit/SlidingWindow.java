package de.qapix.sandbox.limit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/** A window that ends now: a request that was taken counts until the window's length has passed. */
final class SlidingWindow implements RateWindow {

  private final int limit;
  private final long length;
  private final LongSupplier ticker;
  private final Deque<Long> taken = new ArrayDeque<>();

  SlidingWindow(RateLimit limit, LongSupplier ticker) {
    this.limit = limit.requests();
    this.length = limit.window().toNanos();
    this.ticker = ticker;
  }

  @Override
  public synchronized int use() {
    long now = ticker.getAsLong();
    while (!taken.isEmpty() && now - taken.getFirst() >= length) {
      taken.removeFirst();
    }
    if (taken.size() >= limit) {
      return -1;
    }
    taken.addLast(now);
    return limit - taken.size();
  }
}
