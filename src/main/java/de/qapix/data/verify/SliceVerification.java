package de.qapix.data.verify;

import de.qapix.data.api.ApiRequest;
import de.qapix.data.api.Page;
import de.qapix.data.api.TimeBox;
import de.qapix.data.store.Account;
import de.qapix.data.sync.CompleteRecord;
import de.qapix.data.sync.Feed;
import de.qapix.data.sync.ListedRecord;
import de.qapix.data.sync.Listing;
import de.qapix.data.sync.MissingRecords;
import de.qapix.data.sync.RequestPool;
import de.qapix.data.sync.Slice;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One slice of a verification: listed page by page, and at its end searched for what is extra. */
final class SliceVerification<L extends ListedRecord, W extends CompleteRecord> {

  private final Feed<L, W> feed;
  private final Slice slice;
  private final RequestPool crew;
  private final RecordComparison<L, W> examination;
  private final VerificationFindings findings;
  private final TimeBox box;
  private final Listing listing;
  private final Set<String> seen = new HashSet<>();
  private Instant reached;
  private boolean asking;

  SliceVerification(
      Feed<L, W> feed,
      Account account,
      Slice slice,
      RequestPool crew,
      RecordComparison<L, W> examination,
      VerificationFindings findings,
      TimeBox box) {
    this.feed = feed;
    this.slice = slice;
    this.crew = crew;
    this.examination = examination;
    this.findings = findings;
    this.box = box;
    this.listing = new Listing(feed, account, slice.from(), slice.until());
    this.reached = slice.from();
  }

  boolean isListed() {
    return !asking && listing.next().isEmpty();
  }

  boolean isAsking() {
    return asking;
  }

  /** Asks for the next page. */
  void ask() {
    asking = true;
    ApiRequest request = listing.next().orElseThrow();
    crew.list(
        () -> feed.page(request, box),
        this::turned,
        failure -> {
          asking = false;
          listing.refused(failure, reached);
        });
  }

  private void turned(Page<L> page) {
    asking = false;
    page.unreadable()
        .forEach(
            record -> {
              if (seen.add(record.key())) {
                findings.unread(record);
              }
            });
    List<L> fresh = page.records().stream().filter(this::isFresh).toList();
    examination.listed(fresh);
    fresh.forEach(record -> reached = later(reached, record.start()));
    listing.turned(page, reached);
  }

  private boolean isFresh(L record) {
    return holds(record.start()) && seen.add(record.key());
  }

  private boolean holds(Instant start) {
    return !start.isBefore(slice.from()) && start.isBefore(slice.until());
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /**
   * Asks for stored records that the list did not show.
   *
   * @param stored keys of the records of this slice
   */
  void search(Set<String> stored, Slice window) {
    Set<String> hidden = new HashSet<>(stored);
    hidden.removeAll(seen);
    examination.confirm(
        hidden,
        start -> !holds(start) && !start.isBefore(window.from()) && start.isBefore(window.until()),
        MissingRecords.isSuspicious(hidden.size(), seen.size()));
  }

  /** How much of the slice has been listed. */
  Duration listed() {
    return Duration.between(slice.from(), isListed() ? slice.until() : reached);
  }
}
