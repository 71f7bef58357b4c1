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
  void below_that_share_requests_go_at_a_rate_at_which_what_remains_lasts_for_a_whole_window() {
    answered(500, 100);

    assertThat(budget.take()).isEqualTo(Duration.ofMillis(600).minusNanos(1));
    pass(Duration.ofMillis(600));
    assertThat(budget.take()).isZero();
    budget.back();
    answered(500, 50);
    assertThat(budget.take()).isEqualTo(Duration.ofMillis(1200).minusNanos(1));
  }

  @Test
  void an_answer_that_shows_a_new_window_lets_requests_go_again() {
    answered(500, 90);
    answered(500, 499);

    assertThat(requestsThatGo(500)).isEqualTo(399);
  }

  @Test
  void an_answer_that_was_overtaken_by_one_that_shows_less_does_not_count() {
    long before = now.get();
    answered(500, 110);
    budget.learn(before, 500, 499, MINUTE);

    assertThat(requestsThatGo(500)).isEqualTo(10);
  }

  @Test
  void with_nothing_left_nothing_goes_until_the_oldest_request_no_longer_counts() {
    answered(50, 50);
    requestsThatGo(1);
    pass(Duration.ofSeconds(20));
    budget.back();
    answered(50, 0);

    assertThat(budget.take()).isEqualTo(Duration.ofSeconds(40).minusNanos(1));
    pass(Duration.ofSeconds(40));
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
    now.incrementAndGet();
    budget.learn(now.get(), limit, remaining, MINUTE);
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
