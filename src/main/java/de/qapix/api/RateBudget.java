package de.qapix.api;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How many requests may be made now, from what the answers say of the limit
 * (X-RateLimit-Limit/Remaining/Reset). What is left of the minute is spent at once, down to a share
 * that stays for the user's other integrations; from there on requests go out at the steady rate,
 * until an answer shows that a new minute has begun. Calendly's Reset is a constant 60, so the
 * window's end is unknown; its "remaining" is what counts.
 */
final class RateBudget {

  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final Duration SOON = Duration.ofMillis(20);

  private final LongSupplier ticker;
  private final double share;
  private int limit;
  private int remaining;
  private int inFlight;
  private long blockedUntil;
  private long nextSteady;
  private Duration reset = WINDOW;

  /**
   * @param share of the limit that is ours, 0 to 1
   */
  RateBudget(double share, LongSupplier ticker) {
    this.share = share;
    this.ticker = ticker;
    this.blockedUntil = ticker.getAsLong();
    this.nextSteady = blockedUntil;
  }

  /**
   * Takes one request out of the budget: zero means go, anything else how long to wait before
   * asking again. Each request that goes must be followed by {@link #back()}.
   */
  synchronized Duration take() {
    long now = ticker.getAsLong();
    if (now < blockedUntil) {
      return Duration.ofNanos(blockedUntil - now);
    }
    if (limit > 0) {
      Duration wait = pace(now);
      if (!wait.isZero()) {
        return wait;
      }
    }
    inFlight++;
    return Duration.ZERO;
  }

  private Duration pace(long now) {
    int available = remaining - inFlight;
    if (available <= 0) {
      return inFlight > 0 ? SOON : waitForNewWindow(now);
    }
    boolean ours = available > Math.round(limit * (1 - share));
    if (!ours && now < nextSteady) {
      return Duration.ofNanos(nextSteady - now);
    }
    nextSteady = now + (long) (WINDOW.toNanos() / (limit * share));
    return Duration.ZERO;
  }

  /** One request will tell whether the new window is there. */
  private Duration waitForNewWindow(long now) {
    blockedUntil = now + reset.toNanos();
    remaining = 1;
    return reset;
  }

  /** The request is answered or given up. */
  synchronized void back() {
    inFlight--;
  }

  /** What an answer said; {@code reset} is seconds, an upper bound. */
  synchronized void learn(int limit, int remaining, Duration reset) {
    this.limit = limit;
    this.remaining = remaining;
    this.reset = reset;
  }

  /** The API said "slow down": nothing goes out for that long. */
  synchronized void refused(Duration pause) {
    blockedUntil = Math.max(blockedUntil, ticker.getAsLong() + pause.toNanos());
    remaining = Math.max(remaining, 1);
  }
}
