package de.qapix.data.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ConcurrencyLimitTest {

  private final AtomicLong now = new AtomicLong();
  private final ConcurrencyLimit limit = new ConcurrencyLimit(32, now::get);

  @Test
  void as_many_requests_as_the_user_allows_are_under_way_and_no_more() throws Exception {
    assertThat(entered()).isEqualTo(32);
    limit.leave();
    assertThat(entered()).isEqualTo(1);
  }

  @Test
  void trouble_halves_them_and_each_round_of_answers_without_trouble_adds_one() {
    trouble();
    assertThat(limit.open()).isEqualTo(16);
    answers(17);
    assertThat(limit.open()).isEqualTo(17);
    answers(400);
    assertThat(limit.open()).isEqualTo(32);
  }

  @Test
  void trouble_of_requests_that_were_under_way_together_counts_once() {
    long together = now.get();
    now.incrementAndGet();
    limit.overloaded(together);
    limit.overloaded(together);
    assertThat(limit.open()).isEqualTo(16);
  }

  @Test
  void one_request_is_always_allowed() throws Exception {
    for (int i = 0; i < 10; i++) {
      trouble();
    }
    assertThat(entered()).isEqualTo(1);
  }

  private void trouble() {
    limit.overloaded(now.incrementAndGet());
  }

  private void answers(int number) {
    for (int i = 0; i < number; i++) {
      limit.answered();
    }
  }

  private int entered() throws InterruptedException {
    int entered = 0;
    while (limit.enter(Duration.ZERO)) {
      entered++;
    }
    return entered;
  }
}
