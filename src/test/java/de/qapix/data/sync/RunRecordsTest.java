package de.qapix.data.sync;

import static org.assertj.core.api.Assertions.assertThat;

import de.qapix.data.api.ApiException;
import de.qapix.data.api.ApiRequest;
import de.qapix.data.api.ApiUsage;
import de.qapix.data.api.UnreadableRecord;
import de.qapix.data.feed.CompleteRecord;
import de.qapix.data.feed.Item;
import de.qapix.data.store.Batch;
import de.qapix.data.store.BatchResult;
import de.qapix.data.store.Counts;
import de.qapix.data.store.Reject;
import de.qapix.data.store.WithheldDeletions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RunRecordsTest {

  private static final Item A = Item.at(10, "a");
  private static final Reject REFUSED = new Reject("item", "a", "PostgreSQL", "refused", "{}");
  private final ApiException gone = ApiException.unreadable(ApiRequest.get("/items"), "gone");
  private static final ApiUsage NO_EFFORT =
      new ApiUsage(
          0, Duration.ZERO, Duration.ZERO, Duration.ZERO, 1, Optional.empty(), Optional.empty());

  private final RunRecords<Item, Whole> records = new RunRecords<>(SweepRejects.none());

  @Test
  void a_record_holds_the_checkpoint_back_until_it_goes_into_a_batch() {
    records.list(A);
    assertThat(records.isOpen("a")).isTrue();
    assertThat(records.want(A)).isTrue();
    assertThat(records.underway()).containsExactly(A);

    assertThat(records.complete(new Whole(A))).isEmpty();

    assertThat(records.isOpen("a")).isTrue();
    assertThat(records.take().records()).containsExactly(new Whole(A));
    assertThat(records.isOpen("a")).isFalse();
    assertThat(records.isDone("a")).isTrue();
    assertThat(records.isEmpty()).isTrue();
  }

  @Test
  void what_two_lists_show_is_asked_for_once_and_again_only_where_it_has_changed() {
    records.list(A);
    assertThat(records.want(A)).isTrue();
    records.list(A);
    assertThat(records.want(A)).isFalse();
    records.complete(new Whole(A));
    records.list(A);
    assertThat(records.want(A)).isFalse();
    records.take();
    records.list(A);
    assertThat(records.want(A)).isFalse();
    assertThat(records.isDone("a")).isTrue();

    assertThat(records.want(A.changed(5))).isTrue();
    assertThat(records.isOpen("a")).isTrue();
  }

  @Test
  void what_has_changed_while_it_was_asked_for_is_asked_for_once_more_before_it_counts() {
    records.list(A);
    records.want(A);
    records.want(A.changed(5));

    assertThat(records.complete(new Whole(A))).contains(A.changed(5));
    assertThat(records.isOpen("a")).isTrue();
    assertThat(records.complete(new Whole(A.changed(5)))).isEmpty();
    assertThat(records.take().records()).containsExactly(new Whole(A.changed(5)));
    assertThat(records.isDone("a")).isTrue();
  }

  @Test
  void a_record_counts_once_however_often_it_is_met_and_as_added_where_the_run_has_added_it() {
    records.list(A);
    records.want(A);
    records.complete(new Whole(A));
    write(Set.of("a"));
    records.list(A);
    records.leave(A);

    assertThat(counts()).extracting(Counts::added, Counts::unchanged).containsExactly(1L, 0L);
  }

  @Test
  void what_the_database_refuses_is_a_reject_and_is_asked_for_when_a_list_shows_it_again() {
    records.list(A);
    records.want(A);
    records.complete(new Whole(A));
    records.take();
    records.refuse(REFUSED);

    assertThat(records.isDone("a")).isFalse();
    assertThat(records.isOpen("a")).isFalse();
    assertThat(counts().rejected()).isEqualTo(1);
    records.list(A);
    assertThat(records.want(A)).isTrue();
  }

  @Test
  void what_was_read_in_this_run_is_no_reject_because_another_page_shows_it_spoiled() {
    records.list(A);
    records.leave(A);
    records.list(new UnreadableRecord("item", "a", "/items", "spoiled", "{}"));

    assertThat(records.isDone("a")).isTrue();
    assertThat(records.rejects().count()).isZero();
  }

  @Test
  void what_is_spoiled_on_one_page_and_readable_on_the_next_is_no_reject_of_the_run() {
    records.list(new UnreadableRecord("item", "a", "/items", "spoiled", "{}"));
    assertThat(counts().rejected()).isEqualTo(1);
    records.list(A);
    records.want(A);
    records.complete(new Whole(A));

    assertThat(counts().rejected()).isZero();
    assertThat(records.take().rejects()).isEmpty();
  }

  @Test
  void what_a_run_before_had_begun_is_a_reject_where_a_list_shows_it_spoiled_and_none_is_gone() {
    records.want(A);
    records.want(Item.at(20, "gone"));
    records.list(new UnreadableRecord("item", "a", "/items", "spoiled", "{}"));
    assertThat(records.isOpen("a")).isTrue();

    records.fail("item", A, gone);
    records.fail("item", Item.at(20, "gone"), gone);

    assertThat(records.isOpen("a") || records.isOpen("gone")).isFalse();
    assertThat(records.rejects().count()).isEqualTo(1);
  }

  @Test
  void what_changes_while_it_is_written_holds_the_checkpoint_back_until_that_is_written_too() {
    records.list(A);
    records.want(A);
    records.complete(new Whole(A));
    Batch<Whole> batch = records.take();
    records.list(A.changed(5));
    records.want(A.changed(5));
    records.written(batch, BatchResult.NOTHING);
    assertThat(records.isOpen("a")).isTrue();

    records.complete(new Whole(A.changed(5)));
    assertThat(records.isDone("a")).isFalse();
    assertThat(records.take().records()).containsExactly(new Whole(A.changed(5)));
    assertThat(records.isDone("a")).isTrue();
  }

  @Test
  void what_is_refused_while_a_newer_version_is_asked_for_is_a_reject_until_that_is_read() {
    complete(A);
    records.take();
    records.list(A.changed(5));
    records.want(A.changed(5));
    records.refuse(REFUSED);

    assertThat(records.isOpen("a")).isTrue();
    assertThat(counts().rejected()).isEqualTo(1);
    records.complete(new Whole(A.changed(5)));
    assertThat(counts().rejected()).isZero();
    assertThat(records.take().records()).containsExactly(new Whole(A.changed(5)));
    assertThat(records.isDone("a")).isTrue();
  }

  @Test
  void what_is_refused_when_a_newer_version_is_complete_is_no_reject() {
    complete(A);
    records.take();
    complete(A.changed(5));
    records.refuse(REFUSED);

    assertThat(records.isOpen("a")).isTrue();
    assertThat(counts().rejected()).isZero();
    assertThat(records.take().records()).containsExactly(new Whole(A.changed(5)));
    assertThat(records.isDone("a")).isTrue();
  }

  private void complete(Item item) {
    records.list(item);
    records.want(item);
    records.complete(new Whole(item));
  }

  @Test
  void what_a_batch_counts_stays_as_it_was_when_the_batch_was_made() {
    records.list(A);
    records.want(A);
    records.complete(new Whole(A));
    Batch<Whole> batch = records.take();
    BatchCounts counts =
        records.counts(batch, new SweepTotals(2, 1, WithheldDeletions.NOTHING), NO_EFFORT);
    records.list(Item.at(20, "b"));
    records.leave(Item.at(20, "b"));

    assertThat(counts.after(new BatchResult(Set.of("a"), Set.of("a"), Set.of())))
        .extracting(Counts::added, Counts::unchanged)
        .containsExactly(1L, 0L);
  }

  @Test
  void a_batch_takes_no_more_than_it_may_and_the_rest_holds_the_checkpoint_back() {
    for (Item item : List.of(A, Item.at(20, "b"))) {
      records.list(item);
      records.want(item);
      records.complete(new Whole(item));
    }

    assertThat(records.take(1, key -> false).records()).containsExactly(new Whole(A));
    assertThat(records.isOpen("b")).isTrue();
    assertThat(records.take(1, key -> false).records())
        .containsExactly(new Whole(Item.at(20, "b")));
    assertThat(records.isOpen("b")).isFalse();
  }

  @Test
  void what_was_refused_before_is_written_after_all_others() {
    for (Item item : List.of(A, Item.at(20, "b"))) {
      records.list(item);
      records.want(item);
      records.complete(new Whole(item));
    }

    assertThat(records.take(5, "a"::equals).records()).containsExactly(new Whole(Item.at(20, "b")));
    assertThat(records.take(5, "a"::equals).records()).containsExactly(new Whole(A));
  }

  @Test
  void what_is_given_back_is_written_with_the_next_batch() {
    records.list(A);
    records.want(A);
    records.complete(new Whole(A));
    records.remove("gone");

    records.giveBack(records.take());

    assertThat(records.isOpen("a")).isTrue();
    assertThat(records.take())
        .extracting(Batch::records, Batch::gone)
        .containsExactly(List.of(new Whole(A)), Set.of("gone"));
  }

  @Test
  void the_run_knows_which_version_it_has_completed_last() {
    records.list(A);
    assertThat(records.isOther(A)).isFalse();
    records.want(A.changed(5));
    records.complete(new Whole(A.changed(5)));

    assertThat(records.isOther(A)).isTrue();
    assertThat(records.isOther(A.changed(5))).isFalse();
  }

  private void write(Set<String> changed) {
    Batch<Whole> batch = records.take();
    records.written(batch, new BatchResult(changed, changed, Set.of()));
  }

  private Counts counts() {
    return records.counts(new SweepTotals(0, 0, WithheldDeletions.NOTHING), NO_EFFORT);
  }

  private record Whole(Item item) implements CompleteRecord {

    @Override
    public String key() {
      return item.key();
    }

    @Override
    public String fingerprint() {
      return item.fingerprint();
    }

    @Override
    public String raw() {
      return item.raw();
    }

    @Override
    public List<UnreadableRecord> unreadable() {
      return List.of();
    }

    @Override
    public List<String> readable() {
      return List.of(item.key());
    }
  }
}
