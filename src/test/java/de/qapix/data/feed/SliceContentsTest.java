package de.qapix.data.feed;

import static org.assertj.core.api.Assertions.assertThat;

import de.qapix.data.api.Page;
import de.qapix.data.api.UnreadableRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SliceContentsTest {

  private static final Instant FROM = Instant.ofEpochSecond(0);
  private static final UnreadableRecord SPOILED =
      new UnreadableRecord("item", "spoiled", "/items", "no start", "{}");

  private final SliceContents<Item> shown =
      new SliceContents<>(new Slice(FROM, Instant.ofEpochSecond(100)));

  @Test
  void a_record_that_comes_twice_or_belongs_to_a_neighbour_counts_once_or_not() {
    assertThat(show(Item.at(-1, "before"), Item.at(10, "a")).records())
        .containsExactly(Item.at(10, "a"));
    assertThat(show(Item.at(10, "a"), Item.at(100, "behind")).records()).isEmpty();

    assertThat(shown.count()).isEqualTo(1);
    assertThat(shown.reached()).isEqualTo(Instant.ofEpochSecond(10));
  }

  @Test
  void an_unreadable_record_that_two_overlapping_pages_show_is_handed_on_once() {
    assertThat(shown.add(page(List.of(), SPOILED)).unreadable()).containsExactly(SPOILED);
    assertThat(shown.add(page(List.of(), SPOILED)).unreadable()).isEmpty();

    assertThat(shown.count()).isEqualTo(1);
  }

  @Test
  void what_becomes_readable_is_handed_on_and_what_was_read_is_spoiled_by_no_later_page() {
    shown.add(page(List.of(), SPOILED));

    assertThat(show(Item.at(10, "spoiled")).records()).containsExactly(Item.at(10, "spoiled"));
    assertThat(shown.add(page(List.of(), SPOILED)).unreadable()).isEmpty();
    assertThat(shown.count()).isEqualTo(1);
  }

  @Test
  void a_version_that_is_newer_is_handed_on_as_such_and_an_older_one_is_not() {
    show(Item.at(10, "a").changed(5));

    assertThat(show(Item.at(10, "a").changed(6)).newer())
        .containsExactly(Item.at(10, "a").changed(6));
    assertThat(show(Item.at(10, "a").changed(5)).newer()).isEmpty();
  }

  private ShownPage<Item> show(Item... items) {
    return shown.add(page(List.of(items)));
  }

  private static Page<Item> page(List<Item> items, UnreadableRecord... unreadable) {
    return new Page<>(items, List.of(unreadable), List.of(), Optional.empty());
  }
}
