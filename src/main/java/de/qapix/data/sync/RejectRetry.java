package de.qapix.data.sync;

import static java.util.stream.Collectors.toSet;

import de.qapix.data.api.ApiException;
import de.qapix.data.api.TimeBox;
import de.qapix.data.feed.CompleteRecord;
import de.qapix.data.feed.Feed;
import de.qapix.data.feed.FeedRequests;
import de.qapix.data.feed.ListedRecord;
import de.qapix.data.feed.ReferenceLists;
import de.qapix.data.store.Account;
import de.qapix.data.store.Batch;
import de.qapix.data.store.BatchResult;
import de.qapix.data.store.KnownReject;
import de.qapix.data.store.KnownRejects;
import de.qapix.data.store.KnownRejects.RejectKey;
import de.qapix.data.store.LockWait;
import de.qapix.data.store.OpenRun;
import de.qapix.data.store.Reject;
import de.qapix.data.store.RunHost;
import de.qapix.data.store.RunOutcome;
import de.qapix.data.store.Store;
import de.qapix.data.store.WithheldDeletions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jooq.exception.DataAccessException;

/**
 * Reads rejected records again, each by itself, and writes those that succeed. It is a run like any
 * other: no two at once, and it stands in the history.
 */
public final class RejectRetry<L extends ListedRecord, W extends CompleteRecord> {

  private final Feed<L, W> feed;
  private final Store<W> store;
  private final KnownRejects known;
  private final RunHost machine;
  private final TimeBox box;
  private final RunRecords<L, W> records = new RunRecords<>(SweepRejects.none());

  public RejectRetry(
      Feed<L, W> feed, Store<W> store, KnownRejects known, RunHost machine, TimeBox box) {
    this.feed = feed;
    this.store = store;
    this.known = known;
    this.machine = machine;
    this.box = box;
  }

  /**
   * Tries these again.
   *
   * @param concurrency requests under way at once, at most
   * @throws de.qapix.data.store.LockedException when another run is under way
   * @throws ApiException when the API does not play
   */
  public RetryResult run(List<KnownReject> rejects, int concurrency) throws InterruptedException {
    try (OpenRun<W> run = store.begin(machine, LockWait.NONE)) {
      try {
        retry(run, rejects, concurrency);
        return end(run, rejects);
      } catch (RuntimeException failure) {
        run.fail(failure, feed.effort().requests(), feed.effort().waited());
        throw failure;
      }
    }
  }

  private RetryResult end(OpenRun<W> run, List<KnownReject> rejects) {
    RetryResult result = result(run, rejects);
    result.left().forEach(each -> records.rejects().note(each.reject()));
    run.end(
        box.stopped() ? RunOutcome.INTERRUPTED : RunOutcome.FINISHED,
        Optional.empty(),
        records.counts(
            new SweepTotals(rejects.size(), result.cleared().size(), WithheldDeletions.NOTHING),
            feed.effort()));
    return result;
  }

  private RetryResult result(OpenRun<W> run, List<KnownReject> rejects) {
    List<KnownReject> cleared = new ArrayList<>();
    List<KnownReject> left = new ArrayList<>();
    Map<RejectKey, KnownReject> now =
        known.find(rejects.stream().map(each -> each.reject().key()).toList());
    for (KnownReject reject : rejects) {
      Optional.ofNullable(now.get(RejectKey.of(reject.reject())))
          .ifPresentOrElse(left::add, () -> cleared.add(reject));
    }
    return new RetryResult(run.id(), cleared, left, box.stopped(), feed.effort().requests());
  }

  private void retry(OpenRun<W> run, List<KnownReject> rejects, int concurrency)
      throws InterruptedException {
    Map<String, List<Reject>> listed = new LinkedHashMap<>();
    List<Reject> others = new ArrayList<>();
    for (KnownReject each : rejects) {
      Reject reject = each.reject();
      feed.listedKey(reject.kind(), reject.key())
          .ifPresentOrElse(
              key -> listed.computeIfAbsent(key, any -> new ArrayList<>()).add(reject),
              () -> others.add(reject));
    }
    try {
      Account account = feed.open(box);
      if (!others.isEmpty()) {
        write(run, feed.catalogue(account, box), others);
      }
      try (FeedRequests<L, W> requests = new FeedRequests<>(feed, account, box, 1, concurrency)) {
        listed.forEach((key, of) -> retry(run, requests, key, of));
        requests.until(requests::idle);
        requests.finish();
      }
    } catch (TimeoutException interrupted) {
      // What was written stays, and the rest stays rejected: the result says so.
    }
  }

  /** The small lists; those of the others that are no longer in them are gone. */
  private void write(OpenRun<W> run, ReferenceLists catalogue, List<Reject> others) {
    ReferenceListWriter.write(run, catalogue).forEach(records.rejects()::add);
    Set<String> kinds = catalogue.parts().stream().map(ReferenceLists.Part::kind).collect(toSet());
    Set<String> gone =
        others.stream()
            .filter(reject -> kinds.contains(reject.kind()))
            .map(Reject::key)
            .collect(toSet());
    write(run, "", records.take().settling(gone));
  }

  private void retry(
      OpenRun<W> run, FeedRequests<L, W> requests, String key, List<Reject> rejects) {
    Set<String> keys = rejects.stream().map(Reject::key).collect(toSet());
    String scope = requests.account().scope();
    requests.findWhole(
        key,
        found ->
            found.ifPresentOrElse(
                whole -> write(run, scope, whole, keys),
                () -> write(run, scope, Batch.<W>nothing().settling(keys))),
        failure -> reject(run, rejects, failure));
  }

  /** What belonged to the record and is not among its unreadable parts now is gone. */
  private void write(OpenRun<W> run, String scope, W whole, Set<String> rejected) {
    records.complete(whole);
    Batch<W> batch = records.take().settling(rejected);
    try {
      write(run, scope, batch);
    } catch (DataAccessException refusal) {
      RecordRejection.assertAboutTheData(refusal);
      Reject reject = RecordRejection.reject(feed.kind(), whole.key(), whole.raw(), refusal);
      records.refuse(reject);
      write(run, scope, batch.rejecting(reject));
    }
  }

  private void reject(OpenRun<W> run, List<Reject> rejects, RuntimeException failure) {
    if (!(failure instanceof ApiException refusal && refusal.concernsOneRecord())) {
      throw failure;
    }
    rejects.stream()
        .map(old -> RecordRejection.reject(old.kind(), old.key(), old.raw(), refusal))
        .forEach(records.rejects()::add);
    write(run, "", records.take());
  }

  private void write(OpenRun<W> run, String scope, Batch<W> batch) {
    SweepTotals unknown = new SweepTotals(0, 0, WithheldDeletions.NOTHING);
    BatchResult result =
        run.commit(
            Optional.empty(), scope, batch, records.counts(batch, unknown, feed.effort())::after);
    records.written(batch, result);
  }
}
