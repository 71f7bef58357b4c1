package de.qapix.data.sync;

import de.qapix.data.api.ApiException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Completes records: asks for what belongs to them and hands them on to be written. A record that
 * two slices want is asked for once in a run, unless it has changed in between.
 */
final class Completions<L extends ListedRecord, W extends CompleteRecord> {

  private record Waiting(Runnable done, Runnable rejected) {}

  /** A run before this one may have begun it, and then no list of this one need have shown it. */
  private record Underway<L>(L record, Optional<Runnable> resumed, List<Waiting> waiting) {}

  private final FeedRequests<L, W> requests;
  private final PendingBatch<W> intake;
  private final Tally tally;
  private final Map<String, Underway<L>> underway = new LinkedHashMap<>();
  private final Map<String, String> complete = new HashMap<>();

  /** What a list has shown of records under way since they were begun. */
  private final Map<String, L> changed = new HashMap<>();

  Completions(FeedRequests<L, W> requests, PendingBatch<W> intake, Tally tally) {
    this.requests = requests;
    this.intake = intake;
    this.tally = tally;
  }

  /**
   * Completes a record.
   *
   * @param isNew whether it is not stored yet
   * @param done is called when it waits to be written
   * @param rejected is called when it could not be completed
   */
  void complete(L record, boolean isNew, Runnable done, Runnable rejected) {
    if (record.fingerprint().equals(complete.get(record.key()))) {
      done.run();
      return;
    }
    Underway<L> before = underway.get(record.key());
    if (before == null) {
      begin(record, isNew, Optional.empty());
    } else if (record.changedAt().isAfter(before.record().changedAt())) {
      changed.put(record.key(), record);
    }
    underway.get(record.key()).waiting().add(new Waiting(done, rejected));
  }

  /** Goes on with a record that a run before this one had begun; a list will show it too. */
  void resume(L record, boolean isNew, Runnable done) {
    begin(record, isNew, Optional.of(done));
  }

  /** A complete record could not be written. */
  void refuse(String key) {
    complete.remove(key);
  }

  /** Records that have been begun and are not complete, the oldest first. */
  List<L> begun() {
    return underway.values().stream().map(Underway::record).toList();
  }

  private void begin(L record, boolean isNew, Optional<Runnable> resumed) {
    underway.put(record.key(), new Underway<>(record, resumed, new ArrayList<>()));
    Cost cost = requests.feed().cost(record);
    tally.wanted(cost);
    requests.complete(
        record,
        whole -> {
          tally.had(cost);
          intake.add(whole, isNew);
          complete.put(whole.key(), whole.fingerprint());
          Underway<L> finished = underway.remove(record.key());
          if (!beginChanged(finished, isNew)) {
            finished.resumed().ifPresent(Runnable::run);
            finished.waiting().forEach(each -> each.done().run());
          }
        },
        failure -> {
          tally.had(cost);
          Underway<L> finished = underway.remove(record.key());
          if (!beginChanged(finished, isNew)) {
            failed(record, finished.waiting(), failure);
          }
        });
  }

  private boolean beginChanged(Underway<L> finished, boolean isNew) {
    L record = changed.remove(finished.record().key());
    if (record == null) {
      return false;
    }
    begin(record, isNew, finished.resumed());
    underway.get(record.key()).waiting().addAll(finished.waiting());
    return true;
  }

  /** What no list has shown in this run may be gone by now, which is no fault. */
  private void failed(L record, List<Waiting> waiting, RuntimeException failure) {
    boolean unseen = waiting.isEmpty();
    if (!(unseen && failure instanceof ApiException refusal && refusal.concernsOneRecord())) {
      intake.rejectOrFail(requests.feed().kind(), record, failure);
      waiting.forEach(each -> each.rejected().run());
    }
  }
}
