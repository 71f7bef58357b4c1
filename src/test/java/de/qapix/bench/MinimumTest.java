package de.qapix.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MinimumTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final Instant FROM = NOW.minus(Duration.ofDays(90));
  private static final Instant UNTIL = NOW.plus(Duration.ofDays(30));

  @Test
  void an_empty_window_of_four_slices_takes_a_list_each_and_the_three_fixed_calls() {
    assertThat(Minimum.of(FROM, NOW, UNTIL, List.of(), List.of()).requests()).isEqualTo(7);
  }

  @Test
  void a_slice_takes_a_list_for_each_hundred_and_wanted_events_a_page_for_each_hundred_invitees() {
    List<JsonNode> events = new ArrayList<>();
    for (int i = 0; i < 101; i++) {
      events.add(event(NOW.plusSeconds(i), 1));
    }
    List<JsonNode> wanted = List.of(event(NOW, 0), event(NOW, 1), event(NOW, 101));

    Minimum minimum = Minimum.of(FROM, NOW, UNTIL, events, wanted);

    assertThat(minimum.lists()).isEqualTo(2 + 3);
    assertThat(minimum.chain()).isEqualTo(2);
    assertThat(minimum.invitees()).isEqualTo(0 + 1 + 2);
    assertThat(minimum.requests()).isEqualTo(3 + 5 + 3);
  }

  @Test
  void the_ideal_is_the_chain_and_then_all_invitees_at_full_concurrency() {
    assertThat(new Minimum(5, 2, 64).idealSeconds(0.05, 32)).isEqualTo(4 * 0.05 + 2 * 0.05);
  }

  private static JsonNode event(Instant start, int invitees) {
    return JsonMapper.shared()
        .readTree(
            "{\"start_time\": \"%s\", \"invitees_counter\": {\"total\": %d}}"
                .formatted(start, invitees));
  }
}
