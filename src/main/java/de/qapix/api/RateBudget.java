package de.qapix.api;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * How many requests may be made now, from what the answers say of the limit
 * (X-RateLimit-Limit/Remaining/Reset). What is left of the minute is spent at once, down to a share
 * that stays for the user's other integrations. From there on requests go out at a steady rate at
 * which what remains lasts for a whole window, whenever that ends: Calendly's Reset is a constant
 * 60, so nobody knows. As soon as an answer shows more, because a new window has begun or old
 * requests have left a sliding one, they go at once again.
 */
final class RateBudget {

  private static final Duration SOON = Duration.ofMillis(20);

  /**
   * A rise by this part of the limit is a new window, not some old requests that no longer count.
   */
  private static final int NEW_WINDOW = 10;

  private final LongSupplier ticker;
  private final double share;
  private final Deque<Long> sent = new ArrayDeque<>();
  private Duration window = Duration.ofMinutes(1);
  private int limit;
  private int remaining;
  private long seenAt;
  private long openedAt;
  private long lastSentAt;
  private long blockedUntil;
  private int inFlight;

  /**
   * @param share of the limit that is ours, 0 to 1
   */
  RateBudget(double share, LongSupplier ticker) {
    this.share = share;
    this.ticker = ticker;
    this.seenAt = ticker.getAsLong();
    this.openedAt = seenAt;
    this.lastSentAt = seenAt;
    this.blockedUntil = seenAt;
  }

  /**
   * Takes one request out of the budget: zero means go, anything else how long to wait before
   * asking again. Each request that goes must be followed by {@link #back()}.
   */
  synchronized Duration take() {
    long now = ticker.getAsLong();
    if (now - blockedUntil < 0) {
      return Duration.ofNanos(blockedUntil - now);
    }
    Duration wait = limit > 0 ? pace(now) : Duration.ZERO;
    if (wait.isZero()) {
      inFlight++;
      lastSentAt = now;
      remember(now);
    }
    return wait;
  }

  private Duration pace(long now) {
    int available = remaining - inFlight;
    if (available <= 0) {
      return inFlight > 0 ? SOON : untilOneCounts(now);
    }
    if (available > Math.round(limit * (1 - share))) {
      return Duration.ZERO;
    }
    long due = lastSentAt + window.toNanos() / available;
    return Duration.ofNanos(Math.max(0, due - now));
  }

  /**
   * Nothing is left. A fixed window ends a whole length after the first request that it was seen
   * by, at the latest; in a sliding one the oldest request stops counting after that time. Then one
   * request will tell.
   */
  private Duration untilOneCounts(long now) {
    long oldest = sent.isEmpty() ? openedAt : sent.peek();
    long free = Math.max(openedAt, oldest) + window.toNanos();
    remaining = 1;
    blockedUntil = Math.max(now + SOON.toNanos(), free);
    return Duration.ofNanos(blockedUntil - now);
  }

  private void remember(long now) {
    while (!sent.isEmpty() && now - sent.peek() >= window.toNanos()) {
      sent.poll();
    }
    if (limit == 0 || sent.size() < limit) {
      sent.add(now);
    }
  }

  /** The request is answered or given up. */
  synchronized void back() {
    inFlight--;
  }

  /**
   * What an answer said. Answers overtake each other: one that shows more than another counts only
   * if its request was made after the other answer had come.
   *
   * @param sentAt when its request was made, on the ticker
   * @param window how long the limit's window is, at least
   */
  synchronized void learn(long sentAt, int limit, int remaining, Duration window) {
    boolean first = this.limit == 0;
    boolean later = sentAt - seenAt > 0;
    if (first || later || remaining < this.remaining) {
      if (!first && remaining - this.remaining > limit / NEW_WINDOW) {
        openedAt = sentAt;
      }
      this.remaining = remaining;
      this.seenAt = ticker.getAsLong();
    }
    this.limit = limit;
    this.window = window;
  }

  /** The API said "slow down": nothing goes out for that long. */
  synchronized void refused(Duration pause) {
    blockedUntil = Math.max(blockedUntil, ticker.getAsLong() + pause.toNanos());
    remaining = Math.max(remaining, 1);
  }

  /** What is known of the limit; empty before the first answer and where the API has none. */
  synchronized Optional<Quota> quota() {
    return limit == 0
        ? Optional.empty()
        : Optional.of(new Quota(limit, share, remaining - inFlight, window));
  }
}
