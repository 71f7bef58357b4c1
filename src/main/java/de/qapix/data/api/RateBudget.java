package de.qapix.data.api;

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
 *
 * <p>Whatever the kind of window, a request no longer counts a whole length after its answer. So
 * its own requests tell when it is worth asking again, and with nothing left nothing goes before.
 */
final class RateBudget {

  /**
   * Whether a request may go.
   *
   * @param pause zero means go, anything else how long to wait before asking again
   * @param takenAt when it may go, on the ticker
   * @param known what was known to remain by then
   */
  record Turn(Duration pause, long takenAt, int known) {

    boolean goes() {
      return pause.isZero();
    }
  }

  private static final Duration SOON = Duration.ofMillis(20);
  private static final Duration AT_LEAST = Duration.ofSeconds(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /**
   * A countdown in whole seconds may be rounded down, and what counts down changes in that time.
   */
  private static final Duration ROUNDING = Duration.ofSeconds(1);

  /**
   * A rise by this part of the limit is a new window, not some old requests that no longer count.
   */
  private static final int NEW_WINDOW = 10;

  private final LongSupplier ticker;
  private final double share;

  /** When those requests were answered that the API may still count, the oldest first. */
  private final Deque<Long> counted = new ArrayDeque<>();

  private Duration window = MINUTE;
  private Duration reset = Duration.ofSeconds(-1);
  private long resetSince;
  private boolean constant;
  private boolean countsDown;
  private int limit;
  private int remaining;
  private boolean guessed;
  private int inFlight;
  private long seenAt;
  private long roseAt;
  private long windowEnds;
  private long lastSentAt;
  private long blockedUntil;

  /**
   * @param share of the limit that is ours, 0 to 1
   */
  RateBudget(double share, LongSupplier ticker) {
    this.share = share;
    this.ticker = ticker;
    this.seenAt = ticker.getAsLong();
    this.roseAt = seenAt - 1;
    this.lastSentAt = seenAt;
    this.blockedUntil = seenAt;
  }

  /** Takes one request out of the budget. Each that goes must be followed by {@link #back()}. */
  synchronized Turn take() {
    long now = ticker.getAsLong();
    long due = limit > 0 ? Math.max(blockedUntil, due(now)) : blockedUntil;
    int known = limit > 0 ? remaining : Integer.MAX_VALUE;
    if (due - now > 0) {
      return new Turn(Duration.ofNanos(due - now), now, known);
    }
    inFlight++;
    lastSentAt = now;
    return new Turn(Duration.ZERO, now, known);
  }

  /** When the next request may go. */
  private long due(long now) {
    int available = remaining - inFlight;
    if (available > ofOthers()) {
      return now;
    }
    if (available <= 0) {
      return inFlight > 0 ? now + SOON.toNanos() : oneIsFree();
    }
    if (inFlight == 0 && (guessed || remaining + aged(now) > ofOthers())) {
      return now;
    }
    long steady = lastSentAt + window.toNanos() / available;
    return lastSentAt - windowEnds < 0 ? Math.min(steady, windowEnds) : steady;
  }

  private long ofOthers() {
    return limit - Math.round(limit * share);
  }

  /**
   * With nothing left: when the API says that the window ends. If it always says the same, when a
   * fixed one is over at the latest, or the oldest of our requests has left a sliding one. Then one
   * request will tell.
   */
  private long oneIsFree() {
    return constant && !counted.isEmpty()
        ? Math.max(windowEnds, counted.peek() + window.toNanos())
        : windowEnds;
  }

  /** How many of our requests have ceased to count since an answer told what remains. */
  private long aged(long now) {
    return counted.stream().takeWhile(answered -> now - answered >= window.toNanos()).count();
  }

  /** The request is answered or given up. */
  synchronized void back() {
    inFlight--;
    if (limit > 0) {
      counted.add(ticker.getAsLong());
    }
  }

  /**
   * What an answer said. Answers overtake each other: where the request was made before another
   * answer came, what it says counts if it is less, or more than was known when it was made.
   *
   * @param turn of its request
   * @param reset after which a fixed window is over, at the latest
   */
  synchronized void learn(Turn turn, int limit, int remaining, Duration reset) {
    boolean first = this.limit == 0;
    this.limit = limit;
    if (first || turn.takenAt() - seenAt > 0) {
      boolean over = turn.takenAt() - windowEnds >= 0;
      accept(turn, remaining, reset, first || (over && !constant));
      return;
    }
    boolean overtaken = turn.takenAt() - roseAt < 0;
    boolean more = remaining - turn.known() > limit / NEW_WINDOW;
    int atLeast = remaining - answeredSince(turn.takenAt());
    if (more && atLeast > this.remaining) {
      accept(turn, atLeast, reset, true);
      roseAt = seenAt;
      guessed = true;
    } else if (remaining < this.remaining && (more || !overtaken)) {
      accept(turn, remaining, reset, false);
    } else if (overtaken && !more && remaining > this.remaining - inFlight) {
      this.remaining--;
      guessed = true;
    }
  }

  private int answeredSince(long moment) {
    return (int) counted.stream().filter(answered -> answered - moment >= 0).count();
  }

  private void accept(Turn turn, int remaining, Duration reset, boolean begins) {
    boolean rises = remaining - this.remaining > limit / NEW_WINDOW;
    this.remaining = remaining;
    guessed = false;
    seenAt = ticker.getAsLong();
    ends(reset, begins || rises);
    forget(turn.takenAt());
  }

  /**
   * Believes what the API says of the end of a window. Calendly says 60 whenever it is asked, which
   * is then the length of a window.
   */
  private void ends(Duration reset, boolean begins) {
    boolean same = reset.equals(this.reset);
    if (!same && !this.reset.isNegative()) {
      countsDown = true;
      constant = false;
      window = MINUTE;
    } else if (same && !begins && !countsDown && seenAt - resetSince > ROUNDING.toNanos()) {
      windowEnds -= constant ? 0 : ROUNDING.toNanos();
      constant = true;
      window = reset;
    }
    if (!same || begins) {
      this.reset = reset;
      resetSince = seenAt;
    }
    long end = seenAt + reset.toNanos() + (constant ? 0 : ROUNDING.toNanos());
    windowEnds = begins || countsDown ? end : Math.min(windowEnds, end);
  }

  /** What an answer no longer counts: what is too old, and what is more than it says was used. */
  private void forget(long sentAt) {
    while (!counted.isEmpty()
        && (sentAt - counted.peek() >= window.toNanos() || counted.size() > limit - remaining)) {
      counted.poll();
    }
  }

  /**
   * The API said "slow down".
   *
   * @param asked for how long; empty where it did not say
   */
  synchronized void refused(Optional<Duration> asked) {
    long now = ticker.getAsLong();
    blockedUntil = Math.max(blockedUntil, now + asked.orElse(AT_LEAST).toNanos());
    if (asked.isPresent()) {
      windowEnds = blockedUntil;
      counted.clear();
    }
  }

  /** What is known of the limit; empty before the first answer and where the API has none. */
  synchronized Optional<Quota> quota() {
    return limit == 0
        ? Optional.empty()
        : Optional.of(new Quota(limit, share, remaining - inFlight, window));
  }
}
