package de.qapix.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateBudgetTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final AtomicLong now = new AtomicLong();
  private final RateBudget budget = new RateBudget(0.8, now::get);

  @Test
  void without_a_limit_every_request_goes() {
    for (int i = 0; i < 10_000; i++) {
      assertThat(budget.take()).isZero();
    }
  }

  @Test
  void a_fresh_minute_is_spent_at_once_down_to_the_share_of_others() {
    answered(500, 500);

    assertThat(requestsThatGo(500)).isEqualTo(400);
  }

  @Test
  void below_that_share_requests_go_at_the_steady_rate() {
    answered(500, 90);

    assertThat(budget.take()).isZero();
    assertThat(budget.take()).isEqualTo(Duration.ofMillis(150));
    pass(Duration.ofMillis(150));
    assertThat(budget.take()).isZero();
  }

  @Test
  void an_answer_that_shows_a_new_minute_lets_requests_go_again() {
    answered(500, 90);
    assertThat(budget.take()).isZero();
    budget.back();
    answered(500, 499);

    assertThat(requestsThatGo(500)).isGreaterThan(390);
  }

  @Test
  void with_nothing_left_nothing_goes_until_the_minute_is_over() {
    answered(50, 0);

    assertThat(budget.take()).isEqualTo(MINUTE);
    pass(MINUTE);
    assertThat(budget.take()).isZero();
  }

  @Test
  void after_slow_down_nothing_goes_for_as_long_as_was_asked() {
    budget.refused(Duration.ofSeconds(17));

    assertThat(budget.take()).isEqualTo(Duration.ofSeconds(17));
    pass(Duration.ofSeconds(17));
    assertThat(budget.take()).isZero();
  }

  private void answered(int limit, int remaining) {
    budget.learn(limit, remaining, MINUTE);
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }

  private int requestsThatGo(int most) {
    int gone = 0;
    while (gone < most && budget.take().isZero()) {
      gone++;
    }
    return gone;
  }
}
