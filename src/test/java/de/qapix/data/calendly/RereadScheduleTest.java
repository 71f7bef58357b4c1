package de.qapix.data.calendly;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RereadScheduleTest {

  private static final Instant END = Instant.parse("2026-03-10T10:00:00Z");

  @Test
  void they_come_an_hour_and_one_three_seven_and_fourteen_days_after_the_end() {
    assertThat(RereadSchedule.next(END, END.minus(Duration.ofDays(9))))
        .contains(END.plus(Duration.ofHours(1)));
    assertThat(RereadSchedule.next(END, END.plus(Duration.ofHours(1))))
        .contains(END.plus(Duration.ofDays(1)));
    assertThat(RereadSchedule.next(END, END.plus(Duration.ofDays(2))))
        .contains(END.plus(Duration.ofDays(3)));
    assertThat(RereadSchedule.next(END, END.plus(Duration.ofDays(3))))
        .contains(END.plus(Duration.ofDays(7)));
    assertThat(RereadSchedule.next(END, END.plus(Duration.ofDays(13))))
        .contains(END.plus(Duration.ofDays(14)));
    assertThat(RereadSchedule.next(END, END.plus(Duration.ofDays(14)))).isEmpty();
  }
}
