package de.qapix.data.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The budget against APIs that count in all kinds of windows, on a simulated clock: 32 requests
 * under way, answers that overtake each other.
 */
class RateBudgetCourseTest {

  private static final long MILLI = 1_000_000;
  private static final long SECOND = 1_000 * MILLI;
  private static final long MINUTE = 60 * SECOND;
  private static final int IN_FLIGHT = 32;
  private static final int NOT_COUNTED = Integer.MIN_VALUE;
  private static final int COURSES = 100;
  private static final double[] SHARES = {0.2, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 1};

  /** How an API counts, and what it says of it. */
  private enum Kind {
    /** From the first request in it. */
    FIXED,
    /** By the clock. */
    CLOCK,
    /** The same, and Reset tells when it ends. */
    COUNTDOWN,
    SLIDING,
    /** Estimated from the counts of the clock's present and last window. */
    COUNTER
  }

  private record Request(
      RateBudget.Turn turn, long arrivesAt, long answeredAt, int remaining, int reset) {}

  private final AtomicLong now = new AtomicLong();
  private final List<Request> underway = new ArrayList<>();
  private int refused;
  private int done;
  private long busy;

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "COUNTER")
  void it_takes_no_longer_than_its_share_allows_and_meets_no_refusal_that_was_foretold(Kind kind) {
    RandomGenerator random = new SplittableRandom(List.of(Kind.values()).indexOf(kind));
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < COURSES; i++) {
      int limit = random.nextBoolean() ? 500 : 50;
      double share = SHARES[random.nextInt(SHARES.length)];
      long ours = Math.round(limit * share);
      long size = ours * random.nextInt(1, 4) + random.nextLong(-ours + 1, 2) * random.nextInt(2);
      Api api = new Api(kind, limit, random.nextLong(MINUTE));
      long took = run(api, share, size, random.nextInt(1, 100), random);
      long allowed = (size - 1) / ours * MINUTE + busy;
      if (refused > 0 || took > 1.05 * allowed) {
        wrong.add(
            "%d of %.2f * %d: %d s instead of %d s, %d refused"
                .formatted(size, share, limit, took / SECOND, allowed / SECOND, refused));
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void a_thousand_requests_with_the_whole_of_500_a_minute_take_three_windows() {
    for (Kind kind : EnumSet.complementOf(EnumSet.of(Kind.COUNTER))) {
      long took = run(new Api(kind, 500, 0), 1, 1_023, 30, new SplittableRandom(1));

      assertThat(took / (double) SECOND).as(kind.name()).isLessThan(125);
      assertThat(refused).isZero();
    }
  }

  /** What such an API lets through depends on when a burst came; nobody can know it beforehand. */
  @Test
  void
      with_an_API_that_only_estimates_it_ends_in_two_and_a_half_times_the_time_and_with_hardly_a_refusal() {
    RandomGenerator random = new SplittableRandom(1);
    for (int i = 0; i < COURSES; i++) {
      double share = SHARES[random.nextInt(SHARES.length)];
      long ours = Math.round(50 * share);
      Api api = new Api(Kind.COUNTER, 50, random.nextLong(MINUTE));
      long took = run(api, share, 3 * ours, random.nextInt(1, 100), random);

      assertThat(took / (double) SECOND).as("share %.2f", share).isLessThan(300);
      assertThat(refused).as("share %.2f", share).isLessThan(3);
    }
  }

  /** How long so many answers take. */
  private long run(Api api, double share, long size, int latency, RandomGenerator random) {
    underway.clear();
    refused = 0;
    done = 0;
    busy = 2 * SECOND + size / IN_FLIGHT * 2 * latency * MILLI;
    long began = now.addAndGet(10 * MINUTE);
    RateBudget budget = new RateBudget(share, now::get);
    while (done < size) {
      answer(api, budget);
      Duration pause = Duration.ZERO;
      while (done + underway.size() < size && underway.size() < IN_FLIGHT && pause.isZero()) {
        RateBudget.Turn turn = budget.take();
        pause = turn.pause();
        if (turn.goes()) {
          send(turn, latency, random);
        }
      }
      now.addAndGet(underway.isEmpty() ? Math.max(MILLI, pause.toNanos()) : MILLI);
    }
    return now.get() - began;
  }

  private void send(RateBudget.Turn turn, int latency, RandomGenerator random) {
    long arrives = now.get() + random.nextLong(1, latency + 1) * MILLI;
    long answered = arrives + random.nextLong(1, latency + 1) * MILLI;
    underway.add(new Request(turn, arrives, answered, NOT_COUNTED, 0));
  }

  private void answer(Api api, RateBudget budget) {
    underway.replaceAll(
        request ->
            request.remaining() == NOT_COUNTED && request.arrivesAt() <= now.get()
                ? new Request(
                    request.turn(),
                    request.arrivesAt(),
                    request.answeredAt(),
                    api.use(now.get()),
                    api.reset(now.get()))
                : request);
    for (Request request : List.copyOf(underway)) {
      if (request.answeredAt() <= now.get()) {
        underway.remove(request);
        budget.learn(
            request.turn(),
            api.limit,
            Math.max(0, request.remaining()),
            Duration.ofSeconds(request.reset()));
        if (request.remaining() < 0) {
          refused++;
          budget.refused(Optional.empty());
        } else {
          done++;
        }
        budget.back();
      }
    }
  }

  /** Counts like an API. */
  private static final class Api {

    private final Kind kind;
    private final int limit;
    private final long phase;
    private final Deque<Long> counted = new ArrayDeque<>();

    Api(Kind kind, int limit, long phase) {
      this.kind = kind;
      this.limit = limit;
      this.phase = phase;
    }

    int use(long now) {
      long begin = begin(now);
      long forgotten = kind == Kind.COUNTER ? begin - MINUTE : begin;
      counted.removeIf(when -> kind == Kind.SLIDING ? when <= begin : when < forgotten);
      int used = kind == Kind.COUNTER ? estimated(now, begin) : counted.size();
      if (used >= limit) {
        return -1;
      }
      counted.add(now);
      return limit - used - 1;
    }

    private int estimated(long now, long begin) {
      long before = counted.stream().filter(when -> when < begin).count();
      double overlap = 1 - (double) (now - begin) / MINUTE;
      return (int) (counted.size() - before + Math.ceil(before * overlap));
    }

    private long begin(long now) {
      return switch (kind) {
        case SLIDING -> now - MINUTE;
        case FIXED -> counted.isEmpty() || now - counted.peek() >= MINUTE ? now : counted.peek();
        default -> Math.floorDiv(now - phase, MINUTE) * MINUTE + phase;
      };
    }

    /** In whole seconds, rounded down where it is a countdown. */
    int reset(long now) {
      return kind == Kind.COUNTDOWN ? (int) ((begin(now) + MINUTE - now) / SECOND) : 60;
    }
  }
}
