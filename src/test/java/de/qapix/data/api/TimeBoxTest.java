package de.qapix.data.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TimeBoxTest {

  private final AtomicLong now = new AtomicLong();
  private final TimeBox box = new TimeBox(Duration.ofSeconds(25), now::get);

  @Test
  void what_is_left_out_is_neither_spent_nor_taken_from_the_limit() {
    now.addAndGet(Duration.ofSeconds(2).toNanos());
    TimeBox.Pause pause = box.pause();
    now.addAndGet(Duration.ofSeconds(18).toNanos());
    pause.end();

    assertThat(box.spent()).isEqualTo(Duration.ofSeconds(2));
    assertThat(box.left()).isEqualTo(Duration.ofSeconds(23));
  }

  @Test
  void a_longer_box_has_more_left_and_has_spent_the_same() {
    now.addAndGet(Duration.ofSeconds(20).toNanos());
    box.prolong(Duration.ofSeconds(10));

    assertThat(box.spent()).isEqualTo(Duration.ofSeconds(20));
    assertThat(box.left()).isEqualTo(Duration.ofSeconds(15));
  }

  @Test
  void it_knows_how_long_ago_it_ended_by_itself_or_was_stopped() {
    assertThat(box.overdue()).isZero();
    now.addAndGet(Duration.ofSeconds(26).toNanos());
    assertThat(box.overdue()).isEqualTo(Duration.ofSeconds(1));

    TimeBox stopped = new TimeBox(Duration.ZERO, now::get);
    now.addAndGet(Duration.ofSeconds(2).toNanos());
    stopped.stop();
    now.addAndGet(Duration.ofSeconds(3).toNanos());
    assertThat(stopped.overdue()).isEqualTo(Duration.ofSeconds(3));
  }
}
