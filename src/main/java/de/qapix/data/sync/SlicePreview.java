package de.qapix.data.sync;

import de.qapix.data.api.ApiRequest;
import de.qapix.data.api.Page;
import de.qapix.data.api.TimeBox;
import de.qapix.data.store.Account;
import de.qapix.data.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One slice of a preview: listed page by page and compared with what is stored. */
final class SlicePreview<L extends ListedRecord, W extends CompleteRecord> {

  private final Feed<L, W> feed;
  private final Store<W> store;
  private final Account account;
  private final boolean recorded;
  private final PreviewCounts<L> outlook;
  private final SliceProgress progress;
  private final Listing listing;
  private boolean asking;

  SlicePreview(
      Feed<L, W> feed, Store<W> store, Account account, SliceVisit leg, PreviewCounts<L> outlook) {
    this.feed = feed;
    this.store = store;
    this.account = account;
    this.recorded = leg.recorded();
    this.outlook = outlook;
    this.progress = new SliceProgress(leg.checkpoint());
    this.listing = new Listing(feed, account, progress.resumeFrom(), leg.checkpoint().until());
  }

  boolean isListed() {
    return progress.isListed();
  }

  boolean wantsPage() {
    return !asking && !progress.isListed() && listing.next().isPresent();
  }

  void ask(RequestPool crew, TimeBox box, Instant now, Optional<Long> full) {
    asking = true;
    ApiRequest request = listing.next().orElseThrow();
    crew.list(
        () -> feed.page(request, box),
        page -> turned(page, now, full),
        failure -> {
          asking = false;
          listing.refused(failure, progress.resumeFrom());
        });
  }

  private void turned(Page<L> page, Instant now, Optional<Long> full) {
    asking = false;
    page.unreadable().forEach(record -> progress.reject(record.key()));
    List<L> fresh = progress.list(page.records());
    listing.turned(page, progress.resumeFrom());
    List<String> keys = fresh.stream().map(ListedRecord::key).toList();
    outlook.add(
        Changes.between(fresh, store.find(account.scope(), keys), now, full), page.unreadable());
    keys.forEach(progress::done);
    if (listing.next().isEmpty()) {
      progress.listedToTheEnd();
    }
    if (recorded) {
      progress.advance(stretch -> store.listed(account.scope(), stretch.from(), stretch.until()));
    }
  }

  /** Stored records that a run would ask for because the list does not show them. */
  long missing() {
    int missing = progress.missing().size();
    return progress.isListed() && !MissingRecords.isSuspicious(missing, progress.total())
        ? missing
        : 0;
  }
}
