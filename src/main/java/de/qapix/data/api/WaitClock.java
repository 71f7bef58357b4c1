package de.qapix.data.api;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Waits, and can tell others for how long. */
final class WaitClock {

  /** The run may be told to end. */
  private static final Duration GLANCE = Duration.ofMillis(100);

  private final LongSupplier ticker;
  private final AtomicLong until;
  private final AtomicLong paused = new AtomicLong();

  WaitClock(LongSupplier ticker) {
    this.ticker = ticker;
    this.until = new AtomicLong(ticker.getAsLong());
  }

  /**
   * Waits for that long.
   *
   * @throws TimeoutException at once when the time box ends before the pause does, or when it is
   *     told to end
   */
  void pause(Duration length, TimeBox box) throws InterruptedException, TimeoutException {
    if (length.compareTo(box.left()) >= 0) {
      throw new TimeoutException("the pause of " + length + " outlasts the time limit");
    }
    long end = ticker.getAsLong() + length.toNanos();
    count(end);
    for (long left = length.toNanos(); left > 0; left = end - ticker.getAsLong()) {
      TimeUnit.NANOSECONDS.sleep(Math.min(left, GLANCE.toNanos()));
      if (box.stopped()) {
        throw new TimeoutException("told to end");
      }
    }
  }

  /** Pauses at the same time count once. */
  private void count(long end) {
    long now = ticker.getAsLong();
    long before = until.getAndAccumulate(end, Math::max);
    paused.addAndGet(Math.max(0, end - Math.max(before, now)));
  }

  /** For how long there has been a pause, those under way counted to their end. */
  Duration soFar() {
    return Duration.ofNanos(paused.get());
  }

  /** How long the longest pause under way still lasts; zero when there is none. */
  Duration longest() {
    long left = until.get() - ticker.getAsLong();
    return left > 0 ? Duration.ofNanos(left) : Duration.ZERO;
  }
}
