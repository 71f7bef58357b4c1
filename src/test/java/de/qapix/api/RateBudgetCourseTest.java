package de.qapix.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The budget against APIs that count in fixed and in sliding windows, for ten simulated minutes: 32
 * requests under way, answers that overtake each other.
 */
class RateBudgetCourseTest {

  private static final long MILLI = 1_000_000;
  private static final long MINUTE = 60_000 * MILLI;
  private static final int IN_FLIGHT = 32;

  private record Request(long sentAt, long answeredAt, int remaining) {}

  private final AtomicLong now = new AtomicLong();
  private final List<Request> underway = new ArrayList<>();
  private int refused;
  private int made;

  @ParameterizedTest
  @CsvSource({
    "500, 0.8, false, 0", "500, 0.8, false, 37", "500, 0.8, true, 0", "500, 1.0, false, 11",
    "500, 1.0, true, 0", "50, 0.8, false, 5", "50, 0.8, true, 0", "500, 0.3, false, 59"
  })
  void it_uses_its_share_and_meets_no_refusal_that_the_headers_foretold(
      int limit, double share, boolean sliding, int phaseSeconds) {
    RateBudget budget = new RateBudget(share, now::get);
    Api api = new Api(limit, sliding, phaseSeconds * 1_000L * MILLI);
    RandomGenerator random = new SplittableRandom(limit + phaseSeconds);
    while (now.get() < 10 * MINUTE) {
      answer(budget, limit);
      while (underway.size() < IN_FLIGHT && budget.take().isZero()) {
        send(api, random);
      }
      now.addAndGet(MILLI);
    }

    assertThat(refused).isZero();
    double allowed = limit * share * 10;
    assertThat(made / allowed).isGreaterThan(0.95);
    assertThat(made).isLessThanOrEqualTo(limit * 11);
  }

  private void send(Api api, RandomGenerator random) {
    int remaining = api.use(now.get());
    if (remaining < 0) {
      refused++;
    }
    made++;
    underway.add(
        new Request(now.get(), now.get() + random.nextLong(5, 80) * MILLI, Math.max(0, remaining)));
  }

  private void answer(RateBudget budget, int limit) {
    for (Request request : List.copyOf(underway)) {
      if (request.answeredAt() <= now.get()) {
        underway.remove(request);
        budget.learn(request.sentAt(), limit, request.remaining(), Duration.ofMinutes(1));
        budget.back();
      }
    }
  }

  /** Counts like an API; a fixed window begins at the clock's minute and some seconds. */
  private static final class Api {

    private final int limit;
    private final boolean sliding;
    private final long phase;
    private final Deque<Long> counted = new ArrayDeque<>();

    Api(int limit, boolean sliding, long phase) {
      this.limit = limit;
      this.sliding = sliding;
      this.phase = phase;
    }

    int use(long now) {
      long begin = sliding ? now - MINUTE : Math.floorDiv(now - phase, MINUTE) * MINUTE + phase;
      counted.removeIf(when -> sliding ? when <= begin : when < begin);
      if (counted.size() >= limit) {
        return -1;
      }
      counted.add(now);
      return limit - counted.size();
    }
  }
}
