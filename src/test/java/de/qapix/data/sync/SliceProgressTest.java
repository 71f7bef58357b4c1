package de.qapix.data.sync;

import static org.assertj.core.api.Assertions.assertThat;

import de.qapix.data.store.Checkpoint;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SliceProgressTest {

  private static final Instant FROM = Instant.ofEpochSecond(0);
  private static final Instant UNTIL = Instant.ofEpochSecond(100);

  private final SliceProgress progress = new SliceProgress(Checkpoint.start(FROM, UNTIL));

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
    progress.listedToTheEnd();

    assertThat(checkpoint().doneUntil()).isEqualTo(UNTIL);
    assertThat(checkpoint().doneCount()).isEqualTo(2);
    assertThat(progress.exhausted()).isTrue();
  }

  @Test
  void a_record_that_comes_twice_or_belongs_to_a_neighbour_counts_once_or_not() {
    list(Item.at(-1, "before"), Item.at(10, "a"));
    list(Item.at(10, "a"), Item.at(100, "behind"));

    assertThat(progress.total()).isEqualTo(1);
  }

  @Test
  void the_next_run_counts_what_the_last_one_had_passed_and_lists_the_rest_again() {
    list(Item.at(10, "a"), Item.at(20, "b"), Item.at(30, "c"));
    done("a", "c");
    SliceProgress next = new SliceProgress(checkpoint());

    assertThat(next.resumeFrom()).isEqualTo(Instant.ofEpochSecond(20));
    assertThat(next.list(List.of(Item.at(10, "a"), Item.at(20, "b"), Item.at(30, "c"))))
        .extracting(Item::key)
        .containsExactly("b", "c");
    next.done("b");
    next.done("c");
    assertThat(next.total()).isEqualTo(3);
    assertThat(next.synced()).isEqualTo(3);
  }

  @Test
  void stored_records_that_were_not_listed_are_missing_and_stay_so_over_runs() {
    list(Item.at(10, "a"));
    done("a");
    progress.listedToTheEnd();
    progress.advance(stretch -> Set.of("a", "gone"));

    assertThat(new SliceProgress(progress.checkpoint()).missing()).containsExactly("gone");
  }

  @Test
  void a_record_that_comes_out_of_order_holds_the_checkpoint_back_as_well() {
    list(Item.at(20, "b"), Item.at(15, "late"), Item.at(30, "c"));

    assertThat(checkpoint().doneUntil()).isEqualTo(Instant.ofEpochSecond(15));
  }

  @Test
  void a_rejected_record_counts_but_is_not_synced_in_this_run_and_the_next() {
    list(Item.at(10, "a"), Item.at(20, "b"), Item.at(30, "c"));
    progress.reject("a");
    done("b");
    SliceProgress next = new SliceProgress(checkpoint());

    assertThat(progress.total()).isEqualTo(3);
    assertThat(progress.synced()).isEqualTo(1);
    assertThat(next.total()).isEqualTo(2);
    assertThat(next.synced()).isEqualTo(1);
  }

  @Test
  void an_unreadable_record_that_two_overlapping_pages_list_counts_once() {
    progress.reject("unreadable");
    list(Item.at(10, "a"));
    progress.reject("unreadable");
    done("a");

    assertThat(progress.total()).isEqualTo(2);
    assertThat(progress.synced()).isEqualTo(1);
  }

  @Test
  void an_unreadable_record_that_is_readable_on_a_later_page_counts_once_and_is_synced() {
    progress.reject("a");
    list(Item.at(10, "a"));
    done("a");

    assertThat(progress.total()).isEqualTo(1);
    assertThat(progress.synced()).isEqualTo(1);
  }

  @Test
  void an_unreadable_record_keeps_no_other_from_being_missing() {
    list(Item.at(10, "a"));
    progress.reject("unreadable");
    done("a");
    progress.listedToTheEnd();
    progress.advance(stretch -> Set.of("a", "unreadable", "gone"));

    assertThat(progress.missing()).containsExactly("gone");
  }

  @Test
  void a_record_that_could_not_be_written_is_not_synced_whether_it_was_passed_or_not() {
    list(Item.at(10, "a"), Item.at(20, "b"), Item.at(30, "c"));
    done("a", "b", "c");
    checkpoint();
    progress.refuse("a");
    progress.refuse("c");
    progress.refuse("elsewhere");

    assertThat(progress.checkpoint().doneCount()).isEqualTo(1);
    assertThat(progress.total()).isEqualTo(3);
    assertThat(progress.synced()).isEqualTo(1);
  }

  @Test
  void a_missing_record_that_was_asked_for_is_not_asked_for_by_the_next_run() {
    progress.listedToTheEnd();
    progress.advance(stretch -> new TreeSet<>(Set.of("gone", "there")));
    progress.found("gone");

    assertThat(new SliceProgress(progress.checkpoint()).missing()).containsExactly("there");
  }

  private void list(Item... items) {
    progress.list(List.of(items));
  }

  private void done(String... keys) {
    List.of(keys).forEach(progress::done);
  }

  private Checkpoint checkpoint() {
    progress.advance(stretch -> Set.of());
    return progress.checkpoint();
  }
}
