package de.qapix.data.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SliceTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  @Test
  void a_window_is_cut_from_now_outwards_and_what_is_nearest_comes_first() {
    assertThat(Slice.cut(day(-90), day(30), NOW))
        .containsExactly(
            new Slice(day(-30), day(0)),
            new Slice(day(0), day(30)),
            new Slice(day(-60), day(-30)),
            new Slice(day(-90), day(-60)));
  }

  @Test
  void slices_cover_any_window_without_gap_or_overlap() {
    for (int from = -100; from < 100; from += 7) {
      for (int until = from + 1; until < 120; until += 13) {
        List<Slice> slices =
            Slice.cut(day(from), day(until), NOW).stream()
                .sorted((one, other) -> one.from().compareTo(other.from()))
                .toList();
        assertThat(slices.get(0).from()).isEqualTo(day(from));
        assertThat(slices.get(slices.size() - 1).until()).isEqualTo(day(until));
        for (int i = 1; i < slices.size(); i++) {
          assertThat(slices.get(i).from()).isEqualTo(slices.get(i - 1).until());
        }
      }
    }
  }

  private static Instant day(int days) {
    return NOW.plus(Duration.ofDays(days));
  }
}
