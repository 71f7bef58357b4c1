package de.qapix.data.sync;

import static org.assertj.core.api.Assertions.assertThat;

import de.qapix.data.feed.Item;
import de.qapix.data.store.StoredRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChangesTest {

  private static final Instant NOW = Instant.ofEpochSecond(1_000);
  private static final Item NEW = Item.at(1, "new");
  private static final Item CHANGED = new Item("changed", 2, "other");
  private static final Item DUE = Item.at(3, "due");
  private static final Item LATER = Item.at(4, "later");
  private static final Item SAME = Item.at(5, "same");
  private static final Map<String, StoredRecord> STORED =
      Map.of(
          "changed", stored(Optional.empty(), Optional.empty()),
          "due", stored(Optional.of(NOW), Optional.of(7L)),
          "later", stored(Optional.of(NOW.plusSeconds(1)), Optional.of(7L)),
          "same", stored(Optional.empty(), Optional.of(6L)));

  @Test
  void a_page_is_sorted_into_added_updated_due_and_unchanged() {
    assertThat(
            Changes.between(List.of(NEW, CHANGED, DUE, LATER, SAME), STORED, NOW, Optional.empty()))
        .isEqualTo(
            new Changes<>(
                List.of(NEW),
                List.of(CHANGED),
                List.of(DUE),
                List.of(),
                List.of(LATER, SAME),
                STORED));
  }

  @Test
  void a_full_sweep_reads_everything_once_however_it_looks() {
    assertThat(
            Changes.between(List.of(NEW, CHANGED, DUE, LATER, SAME), STORED, NOW, Optional.of(7L)))
        .isEqualTo(
            new Changes<>(
                List.of(NEW),
                List.of(CHANGED),
                List.of(DUE),
                List.of(SAME),
                List.of(LATER),
                STORED));
  }

  private static StoredRecord stored(Optional<Instant> dueAt, Optional<Long> readFor) {
    return new StoredRecord("key", NOW, true, "same", dueAt, readFor);
  }
}
