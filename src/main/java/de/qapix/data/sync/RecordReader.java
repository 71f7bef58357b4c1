package de.qapix.data.sync;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads what is not stored as it was listed: compares listed records with the database and asks for
 * what belongs to those that are new, have changed or are due.
 */
final class RecordReader<L extends ListedRecord, W extends CompleteRecord> {

  private static final int MOST_LISTINGS = 16;

  /** What a page has shown. */
  private record Listing<L>(List<L> records, boolean ofTheSweep) {}

  private final FeedRequests<L, W> requests;
  private final StoreComparison comparison;
  private final RunRecords<L, W> records;
  private final Density<L> density;
  private final List<Listing<L>> listings = new ArrayList<>();

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
   * A list has shown these. They are compared with the next {@link #compare}: one question to the
   * database does for the pages that came while the last one was on its way.
   *
   * @param ofTheSweep whether they tell how much the sweep costs
   */
  void read(List<L> listed, boolean ofTheSweep) {
    if (!listed.isEmpty()) {
      listed.forEach(records::list);
      listings.add(new Listing<>(listed, ofTheSweep));
    }
  }

  /** Whether more lists may be taken in before they are compared. */
  boolean hasRoom() {
    return listings.size() < MOST_LISTINGS;
  }

  /** Compares what lists have shown with the database, in the order in which they did. */
  void compare() {
    if (listings.isEmpty()) {
      return;
    }
    List<Changes<L>> compared =
        comparison.changes(listings.stream().map(Listing::records).toList());
    for (int i = 0; i < compared.size(); i++) {
      Changes<L> changes = compared.get(i);
      if (listings.get(i).ofTheSweep()) {
        density.met(changes);
      }
      changes.unchanged().forEach(records::leave);
      complete(changes);
    }
    listings.clear();
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
