package de.qapix.data.verify;

import static org.assertj.core.api.Assertions.assertThat;

import de.qapix.data.store.Sweep;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When a record that is not stored is an error, and when it is work for the next sync. */
class ExpectedRecordsTest {

  private static final Instant SYNCED = Instant.parse("2026-11-23T12:00:00Z");
  private static final Instant NOW = SYNCED.plus(Duration.ofHours(5));
  private static final Instant OLD = SYNCED.minus(Duration.ofDays(50));

  private final ExpectedRecords expected = new ExpectedRecords(List.of(sweep(90, 30)), NOW);

  @Test
  void what_a_sweep_could_have_seen_is_expected() {
    assertThat(expected.newer(SYNCED, OLD)).isFalse();
  }

  @Test
  void what_was_booked_after_the_sweep_began_is_newer() {
    assertThat(expected.newer(SYNCED, SYNCED.plusSeconds(1))).isTrue();
  }

  @Test
  void what_came_into_the_window_as_time_went_on_is_newer() {
    Instant end = SYNCED.plus(Duration.ofDays(30));

    assertThat(expected.newer(end, OLD)).isTrue();
    assertThat(expected.newer(end.plus(Duration.ofHours(5)), OLD)).isFalse();
  }

  @Test
  void what_lies_where_no_sweep_has_been_is_missing() {
    assertThat(expected.newer(SYNCED.minus(Duration.ofDays(200)), OLD)).isFalse();
    assertThat(new ExpectedRecords(List.of(), NOW).newer(SYNCED, SYNCED.plusSeconds(1))).isFalse();
  }

  @Test
  void a_later_sweep_of_a_smaller_window_does_not_speak_for_what_lies_outside_it() {
    Sweep old = Sweep.begun(1, SYNCED.minus(Duration.ofDays(90)), NOW, OLD);
    ExpectedRecords both = new ExpectedRecords(List.of(old, sweep(1, 1)), NOW);
    Instant start = SYNCED.minus(Duration.ofDays(20));

    assertThat(both.newer(start, OLD.plusSeconds(1))).isTrue();
    assertThat(both.newer(start, OLD)).isFalse();
  }

  private static Sweep sweep(int daysBack, int daysForward) {
    return Sweep.begun(
        1,
        SYNCED.minus(Duration.ofDays(daysBack)),
        SYNCED.plus(Duration.ofDays(daysForward)),
        SYNCED);
  }
}
