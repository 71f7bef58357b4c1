package de.qapix.data.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CheckpointTest {

  private final Checkpoint checkpoint =
      new Checkpoint(
          at(10),
          at(90),
          at(50),
          7,
          List.of("m"),
          List.of("passed", "ahead", "gone", "bad"),
          false);

  @Test
  void what_was_rejected_and_has_been_read_is_done_where_it_was_passed() {
    Map<String, StoredRecord> stored =
        Map.of("passed", record("passed", 49, true), "ahead", record("ahead", 50, true));

    assertThat(checkpoint.after(Set.of("passed", "ahead", "gone"), stored))
        .isEqualTo(new Checkpoint(at(10), at(90), at(50), 8, List.of("m"), List.of("bad"), false));
  }

  @Test
  void what_another_slice_or_another_scope_holds_is_not_done_here() {
    Map<String, StoredRecord> stored =
        Map.of("passed", record("passed", 9, true), "ahead", record("ahead", 20, false));

    assertThat(checkpoint.after(Set.of("passed", "ahead"), stored).doneCount()).isEqualTo(7);
  }

  private static StoredRecord record(String key, long start, boolean expected) {
    return new StoredRecord(key, at(start), expected, "same", Optional.empty(), Optional.empty());
  }

  private static Instant at(long second) {
    return Instant.ofEpochSecond(second);
  }
}
