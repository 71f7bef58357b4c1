package de.qapix.data.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateBudgetTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final AtomicLong now = new AtomicLong();
  private final RateBudget budget = new RateBudget(0.8, now::get);

  @Test
  void without_a_limit_every_request_goes() {
    assertThat(requestsThatGo(10_000)).isEqualTo(10_000);
  }

  @Test
  void a_fresh_minute_is_spent_at_once_down_to_the_share_of_others() {
    answered(500, 500);

    assertThat(requestsThatGo(500)).isEqualTo(400);
  }

  @Test
  void below_that_share_requests_go_at_a_rate_at_which_what_remains_lasts_for_a_whole_window() {
    answered(500, 101);
    answered(500, 100);

    assertThat(budget.take().pause()).isEqualTo(Duration.ofMillis(600).minusNanos(2));
    pass(Duration.ofMillis(600));
    assertThat(budget.take().goes()).isTrue();
    budget.back();
    answered(500, 50);
    assertThat(budget.take().pause()).isEqualTo(Duration.ofMillis(1200).minusNanos(1));
  }

  @Test
  void an_answer_that_shows_a_new_window_lets_requests_go_again() {
    answered(500, 90);
    answered(500, 499);

    assertThat(requestsThatGo(500)).isEqualTo(399);
  }

  @Test
  void an_answer_that_was_overtaken_by_one_that_shows_less_does_not_count() {
    answered(500, 130);
    RateBudget.Turn slow = budget.take();
    answered(500, 110);
    pass(Duration.ofMillis(5));
    budget.learn(slow, 500, 129, MINUTE);
    budget.back();

    assertThat(requestsThatGo(500)).isEqualTo(10);
  }

  @Test
  void an_answer_of_the_new_window_counts_though_one_of_the_old_has_overtaken_it() {
    RateBudget whole = new RateBudget(1, now::get);
    whole.learn(turn(), 500, 3, MINUTE);
    RateBudget.Turn old = whole.take();
    RateBudget.Turn fresh = whole.take();
    pass(Duration.ofMillis(5));
    whole.learn(old, 500, 0, MINUTE);
    whole.back();
    whole.learn(fresh, 500, 499, MINUTE);
    whole.back();

    assertThat(requestsThatGo(whole, 500)).isBetween(495, 499);
  }

  @Test
  void an_answer_of_the_old_window_does_not_count_when_one_of_the_new_has_overtaken_it() {
    RateBudget whole = new RateBudget(1, now::get);
    whole.learn(turn(), 500, 3, MINUTE);
    RateBudget.Turn old = whole.take();
    RateBudget.Turn fresh = whole.take();
    pass(Duration.ofMillis(5));
    whole.learn(fresh, 500, 499, MINUTE);
    whole.back();
    whole.learn(old, 500, 0, MINUTE);
    whole.back();

    assertThat(requestsThatGo(whole, 500)).isBetween(495, 499);
  }

  @Test
  void with_nothing_left_nothing_goes_until_the_oldest_request_no_longer_counts() {
    answered(50, 49);
    pass(Duration.ofSeconds(20));
    answered(50, 0);

    assertThat(budget.take().pause()).isEqualTo(Duration.ofSeconds(40).minusNanos(1));
    pass(Duration.ofSeconds(41));
    assertThat(budget.take().goes()).isTrue();
    assertThat(budget.take().goes()).isFalse();
  }

  @Test
  void a_reset_below_a_minute_is_believed_give_or_take_its_rounding() {
    answered(50, 0, Duration.ofSeconds(5));

    assertThat(budget.take().pause()).isEqualTo(Duration.ofSeconds(6));
  }

  @Test
  void a_reset_that_counts_down_tells_the_end_of_the_window_to_the_second() {
    answered(50, 9, Duration.ofSeconds(60));
    pass(Duration.ofSeconds(48));
    answered(50, 0, Duration.ofSeconds(12));

    assertThat(budget.take().pause()).isEqualTo(Duration.ofSeconds(13));
  }

  @Test
  void a_reset_that_is_always_the_same_is_the_length_of_the_window() {
    answered(10, 9, Duration.ofSeconds(2));
    pass(Duration.ofMillis(1_500));
    answered(10, 0, Duration.ofSeconds(2));

    assertThat(budget.take().pause()).isEqualTo(Duration.ofMillis(500).minusNanos(1));
  }

  @Test
  void after_slow_down_nothing_goes_for_as_long_as_was_asked() {
    budget.refused(Optional.of(Duration.ofSeconds(17)));

    assertThat(budget.take().pause()).isEqualTo(Duration.ofSeconds(17));
    pass(Duration.ofSeconds(17));
    assertThat(budget.take().goes()).isTrue();
  }

  @Test
  void a_refusal_that_does_not_say_for_how_long_lasts_until_the_window_is_over() {
    answered(50, 30);
    pass(Duration.ofSeconds(20));
    answered(50, 0);
    budget.refused(Optional.empty());

    assertThat(budget.take().pause()).isEqualTo(Duration.ofSeconds(40).minusNanos(1));
  }

  private void answered(int limit, int remaining) {
    answered(limit, remaining, MINUTE);
  }

  /** An answer to a request that was made after all answers before it. */
  private void answered(int limit, int remaining, Duration reset) {
    budget.learn(turn(), limit, remaining, reset);
  }

  private RateBudget.Turn turn() {
    pass(Duration.ofNanos(1));
    return new RateBudget.Turn(Duration.ZERO, now.get(), Integer.MAX_VALUE);
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }

  private int requestsThatGo(int most) {
    return requestsThatGo(budget, most);
  }

  private static int requestsThatGo(RateBudget budget, int most) {
    int gone = 0;
    while (gone < most && budget.take().goes()) {
      gone++;
    }
    return gone;
  }
}
