package de.qapix.data.api;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The time that a run may take, on a monotonic ticker: no change of the clock moves its end. It can
 * be told to end at once, from any thread.
 */
public final class TimeBox {

  /** A time that does not count, until it is ended. */
  public interface Pause {
    void end();
  }

  private static final Duration ENDLESS = Duration.ofDays(36_500);

  private final LongSupplier ticker;
  private volatile long start;
  private volatile Duration length;
  private volatile boolean stopped;

  /**
   * @param length counted from now; zero means without end
   * @param ticker nanoseconds, as of {@link System#nanoTime()}
   */
  public TimeBox(Duration length, LongSupplier ticker) {
    this(length, Duration.ZERO, ticker);
  }

  /**
   * A box that was opened before now.
   *
   * @param spent how long ago
   */
  public TimeBox(Duration length, Duration spent, LongSupplier ticker) {
    this.ticker = ticker;
    this.start = ticker.getAsLong() - spent.toNanos();
    this.length = length.isZero() ? ENDLESS : length;
  }

  /** What is left; zero when the time is up or the run was told to stop, never negative. */
  public Duration left() {
    Duration left = length.minus(spent());
    return stopped || left.isNegative() ? Duration.ZERO : left;
  }

  /** Whether next to nothing is left: no more than a tenth. */
  boolean nearlyPassed() {
    return left().multipliedBy(10).compareTo(length) <= 0;
  }

  public boolean passed() {
    return left().isZero();
  }

  /** How long ago it ended; zero while it has not. */
  public Duration overdue() {
    Duration over = spent().minus(length);
    return over.isNegative() ? Duration.ZERO : over;
  }

  /** Makes the box longer, by time that was spent on what no time limit is about. */
  public synchronized void prolong(Duration more) {
    length = length.plus(more);
  }

  /** Leaves out what passes until that is ended, on what belongs to no run: starting a server. */
  public Pause pause() {
    long began = ticker.getAsLong();
    return () -> leaveOut(ticker.getAsLong() - began);
  }

  private synchronized void leaveOut(long nanos) {
    start += nanos;
  }

  /** What has passed since the box was opened, what was left out aside. */
  public Duration spent() {
    return Duration.ofNanos(ticker.getAsLong() - start);
  }

  /** Whether {@link #stop()} and not the time ended it. */
  public boolean stopped() {
    return stopped;
  }

  /** Ends the box now, unless it has ended. */
  public synchronized void stop() {
    Duration now = spent();
    length = now.compareTo(length) < 0 ? now : length;
    stopped = true;
  }
}
