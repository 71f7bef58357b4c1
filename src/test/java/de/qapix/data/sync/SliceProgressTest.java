package de.qapix.data.sync;

import static org.assertj.core.api.Assertions.assertThat;

import de.qapix.data.api.UnreadableRecord;
import de.qapix.data.feed.CompleteRecord;
import de.qapix.data.feed.Item;
import de.qapix.data.store.Checkpoint;
import de.qapix.data.store.Reject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SliceProgressTest {

  private static final Instant FROM = Instant.ofEpochSecond(0);
  private static final Instant UNTIL = Instant.ofEpochSecond(100);

  private final RunRecords<Item, CompleteRecord> records = new RunRecords<>(SweepRejects.none());
  private final SliceProgress progress = new SliceProgress(Checkpoint.start(FROM, UNTIL), records);
  private Instant reached = FROM;

  @Test
  void the_checkpoint_stays_before_the_first_record_that_is_not_done() {
    list(Item.at(10, "a"), Item.at(20, "b"), Item.at(30, "c"));
    done("a", "c");

    assertThat(checkpoint().doneUntil()).isEqualTo(Instant.ofEpochSecond(20));
    assertThat(checkpoint().doneCount()).isEqualTo(1);
    assertThat(progress.synced()).isEqualTo(2);
  }

  @Test
  void records_at_one_start_time_are_passed_only_together_as_more_of_them_may_follow() {
    list(Item.at(10, "a"), Item.at(20, "b"), Item.at(20, "c"));
    done("a", "b", "c");

    assertThat(checkpoint().doneUntil()).isEqualTo(Instant.ofEpochSecond(20));
    assertThat(checkpoint().doneCount()).isEqualTo(1);
  }

  @Test
  void at_the_end_of_the_list_everything_is_passed() {
    list(Item.at(10, "a"), Item.at(20, "b"));
    done("a", "b");
    reached = UNTIL;

    assertThat(checkpoint().doneUntil()).isEqualTo(UNTIL);
    assertThat(checkpoint().doneCount()).isEqualTo(2);
    assertThat(progress.isWaiting()).isFalse();
  }

  @Test
  void the_next_run_counts_what_the_last_one_had_passed_and_lists_the_rest_again() {
    list(Item.at(10, "a"), Item.at(20, "b"), Item.at(30, "c"));
    done("a", "c");
    SliceProgress next = nextRun();

    assertThat(next.checkpoint().doneUntil()).isEqualTo(Instant.ofEpochSecond(20));
    list(next, Item.at(20, "b"), Item.at(30, "c"));
    done("b", "c");
    assertThat(next.total()).isEqualTo(3);
    assertThat(next.synced()).isEqualTo(3);
  }

  @Test
  void stored_records_that_were_not_listed_are_missing_and_stay_so_over_runs() {
    list(Item.at(10, "a"));
    done("a");
    progress.advance(UNTIL, stretch -> Set.of("a", "gone"));

    assertThat(new SliceProgress(progress.checkpoint(), records).missing()).containsExactly("gone");
  }

  @Test
  void a_record_that_comes_out_of_order_holds_the_checkpoint_back_as_well() {
    list(Item.at(20, "b"), Item.at(15, "late"), Item.at(30, "c"));

    assertThat(checkpoint().doneUntil()).isEqualTo(Instant.ofEpochSecond(15));
  }

  @Test
  void a_rejected_record_counts_but_is_not_synced_in_this_run_and_the_next() {
    list(Item.at(10, "a"), Item.at(20, "b"), Item.at(30, "c"));
    refuse("a");
    done("b");
    SliceProgress next = nextRun();

    assertThat(progress.total()).isEqualTo(3);
    assertThat(progress.synced()).isEqualTo(1);
    assertThat(next.total()).isEqualTo(2);
    assertThat(next.synced()).isEqualTo(1);
  }

  @Test
  void an_unreadable_record_that_two_overlapping_pages_list_counts_once() {
    listUnreadable("unreadable");
    list(Item.at(10, "a"));
    listUnreadable("unreadable");
    done("a");

    assertThat(progress.total()).isEqualTo(2);
    assertThat(progress.synced()).isEqualTo(1);
  }

  @Test
  void an_unreadable_record_that_is_readable_on_a_later_page_counts_once_and_is_synced() {
    listUnreadable("a");
    list(Item.at(10, "a"));
    done("a");

    assertThat(progress.total()).isEqualTo(1);
    assertThat(progress.synced()).isEqualTo(1);
  }

  @Test
  void what_has_moved_within_the_slice_is_not_missing_where_it_was_stored() {
    list(Item.at(10, "moved"), Item.at(50, "b"));
    done("moved", "b");
    checkpoint();
    progress.saved();
    progress.advance(UNTIL, bound -> Set.of("moved", "gone"));

    assertThat(progress.missing()).containsExactly("gone");
  }

  @Test
  void a_refused_record_that_is_written_as_a_version_with_a_later_start_counts_once() {
    list(Item.at(10, "a"), Item.at(20, "b"));
    refuse("a");
    done("b");
    checkpoint();
    progress.saved();
    records.list(new Item("a", 90, "newer"));
    done("a");
    reached = UNTIL;

    assertThat(checkpoint().rejected()).isEmpty();
    assertThat(progress.total()).isEqualTo(2);
    assertThat(progress.synced()).isEqualTo(2);
  }

  @Test
  void an_unreadable_record_keeps_no_other_from_being_missing() {
    list(Item.at(10, "a"));
    listUnreadable("unreadable");
    done("a");
    progress.advance(UNTIL, stretch -> Set.of("a", "unreadable", "gone"));

    assertThat(progress.missing()).containsExactly("gone");
  }

  @Test
  void a_record_that_could_not_be_written_is_not_synced_whether_it_was_passed_or_not() {
    list(Item.at(10, "a"), Item.at(20, "b"), Item.at(30, "c"));
    done("a", "b", "c");
    checkpoint();
    refuse("a");
    refuse("c");
    refuse("elsewhere");

    assertThat(progress.checkpoint().doneCount()).isEqualTo(1);
    assertThat(progress.total()).isEqualTo(3);
    assertThat(progress.synced()).isEqualTo(1);
  }

  @Test
  void a_missing_record_that_was_asked_for_is_not_asked_for_by_the_next_run() {
    progress.advance(UNTIL, stretch -> new TreeSet<>(Set.of("gone", "there")));
    progress.found(Set.of("gone"));

    assertThat(new SliceProgress(progress.checkpoint(), records).missing())
        .containsExactly("there");
  }

  @Test
  void a_rejected_record_that_another_slice_has_read_counts_where_it_was_passed() {
    list(Item.at(10, "a"), Item.at(20, "b"));
    refuse("a");
    done("b");
    reached = UNTIL;
    checkpoint();
    progress.saved();
    assertThat(progress.checkpoint().rejected()).containsExactly("a");

    records.list(Item.at(10, "a"));
    done("a");

    assertThat(checkpoint().rejected()).isEmpty();
    assertThat(checkpoint().doneCount()).isEqualTo(2);
    assertThat(progress.total()).isEqualTo(2);
  }

  @Test
  void what_was_passed_and_is_wanted_again_is_in_no_checkpoint_before_it_is_there() {
    list(Item.at(10, "a"), Item.at(30, "b"));
    done("a");
    checkpoint();
    records.want(new Item("a", 10, "changed"));

    assertThat(checkpoint().doneCount()).isZero();
    progress.saved();
    assertThat(progress.total()).isEqualTo(2);
  }

  private void list(Item... items) {
    list(progress, items);
  }

  private void list(SliceProgress slice, Item... items) {
    slice.list(List.of(items));
    for (Item item : items) {
      records.list(item);
      reached = item.start().isAfter(reached) ? item.start() : reached;
    }
  }

  private void listUnreadable(String key) {
    records.list(new UnreadableRecord("item", key, "/items", "spoiled", "{}"));
    progress.listUnreadable(key);
  }

  private void done(String... keys) {
    List.of(keys).forEach(key -> records.leave(Item.at(0, key)));
  }

  private void refuse(String key) {
    records.refuse(new Reject("item", key, "PostgreSQL", "refused", "{}"));
  }

  private Checkpoint checkpoint() {
    progress.mend();
    progress.advance(reached, stretch -> Set.of());
    return progress.checkpoint();
  }

  /** Which knows no record yet. */
  private SliceProgress nextRun() {
    return new SliceProgress(checkpoint(), records);
  }
}
