package de.qapix.data.sync;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads what is not stored as it was listed: compares listed records with the database and asks for
 * what belongs to those that are new, have changed or are due.
 */
final class RecordReader<L extends ListedRecord, W extends CompleteRecord> {

  private final FeedRequests<L, W> requests;
  private final StoreComparison comparison;
  private final RunRecords<L, W> records;
  private final Density<L> density;

  RecordReader(
      FeedRequests<L, W> requests,
      StoreComparison comparison,
      RunRecords<L, W> records,
      Density<L> density) {
    this.requests = requests;
    this.comparison = comparison;
    this.records = records;
    this.density = density;
  }

  FeedRequests<L, W> requests() {
    return requests;
  }

  RunRecords<L, W> records() {
    return records;
  }

  Density<L> density() {
    return density;
  }

  /** Keys of the records that are stored in a stretch. */
  Set<String> stored(Slice stretch) {
    return comparison.listed(stretch);
  }

  /**
   * A list has shown these.
   *
   * @param ofTheSweep whether they tell how much the sweep costs
   */
  void read(List<L> listed, boolean ofTheSweep) {
    if (listed.isEmpty()) {
      return;
    }
    listed.forEach(records::list);
    Changes<L> changes = comparison.changes(listed);
    if (ofTheSweep) {
      density.met(changes);
    }
    changes.unchanged().forEach(records::leave);
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
    for (L record : changes.wanted()) {
      if (records.want(record)) {
        ask(record, !changes.stored().containsKey(record.key()));
      }
    }
  }

  private void ask(L record, boolean isNew) {
    requests.complete(
        record,
        whole -> records.complete(whole, isNew).ifPresent(newer -> ask(newer, isNew)),
        failure ->
            records
                .fail(requests.feed().kind(), record, failure)
                .ifPresent(newer -> ask(newer, isNew)));
  }
}
