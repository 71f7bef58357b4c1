package de.qapix.data.sync;

import static java.util.Comparator.naturalOrder;

import de.qapix.data.feed.CompleteRecord;
import de.qapix.data.feed.FeedRequests;
import de.qapix.data.feed.ListedRecord;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads what is not stored as it was listed: compares listed records with the database and asks for
 * what belongs to those that are new, have changed or are due.
 */
final class RecordReader<L extends ListedRecord, W extends CompleteRecord> {

  private final FeedRequests<L, W> requests;
  private final ListComparison comparison;
  private final RunRecords<L, W> records;
  private final CostEstimate<L> estimate;

  RecordReader(
      FeedRequests<L, W> requests,
      ListComparison comparison,
      RunRecords<L, W> records,
      CostEstimate<L> estimate) {
    this.requests = requests;
    this.comparison = comparison;
    this.records = records;
    this.estimate = estimate;
  }

  FeedRequests<L, W> requests() {
    return requests;
  }

  RunRecords<L, W> records() {
    return records;
  }

  CostEstimate<L> estimate() {
    return estimate;
  }

  /**
   * A list has shown these.
   *
   * @param stored what is stored where it has shown them
   * @param ofTheSweep whether they tell how much the sweep costs
   */
  void read(List<L> listed, StoredSlice stored, boolean ofTheSweep) {
    if (listed.isEmpty()) {
      return;
    }
    listed.forEach(records::list);
    Instant last = listed.stream().map(ListedRecord::start).max(naturalOrder()).orElseThrow();
    Changes<L> changes = comparison.changes(listed, stored.upTo(last));
    if (ofTheSweep) {
      estimate.met(changes);
    }
    for (L record : changes.unchanged()) {
      if (records.isOther(record)) {
        // The run has written another version since that was stored.
        complete(record);
      } else {
        records.leave(record);
      }
    }
    complete(changes);
  }

  /** A record that a list did not show is there. */
  void readMoved(L record) {
    Changes<L> changes = comparison.changes(List.of(record));
    changes.wanted().forEach(records::list);
    complete(changes);
  }

  /**
   * Goes on with records that a run before this one had begun; a list will show them too.
   *
   * @return keys of those that no run of the sweep can have brought up to date before
   */
  Set<String> resume(List<L> begun) {
    Set<String> first = new HashSet<>();
    if (!begun.isEmpty()) {
      Changes<L> changes = comparison.changes(begun);
      changes.added().forEach(record -> first.add(record.key()));
      changes.again().forEach(record -> first.add(record.key()));
      complete(changes);
    }
    return first;
  }

  private void complete(Changes<L> changes) {
    changes.wanted().forEach(this::complete);
  }

  private void complete(L record) {
    if (records.want(record)) {
      ask(record);
    }
  }

  private void ask(L record) {
    requests.complete(
        record,
        whole -> records.complete(whole).ifPresent(this::ask),
        failure -> records.fail(requests.feed().kind(), record, failure).ifPresent(this::ask));
  }
}
