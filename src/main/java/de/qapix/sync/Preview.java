package de.qapix.sync;

import static java.time.temporal.ChronoUnit.SECONDS;

import de.qapix.api.ApiRequest;
import de.qapix.api.Page;
import de.qapix.api.TimeBox;
import de.qapix.store.Checkpoint;
import de.qapix.store.Counts;
import de.qapix.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/** What a run would do: lists the window and compares, and writes nothing. */
public final class Preview<L extends Listed, W extends Whole> {

  private final Feed<L, W> feed;
  private final Store<W> store;
  private final SyncOptions options;
  private final TimeBox box;
  private final InstantSource clock;
  private final Progress progress;
  private long added;
  private long updated;
  private long due;
  private long unchanged;
  private long rejected;

  public Preview(
      Feed<L, W> feed,
      Store<W> store,
      SyncOptions options,
      TimeBox box,
      InstantSource clock,
      Progress progress) {
    this.feed = feed;
    this.store = store;
    this.options = options;
    this.box = box;
    this.clock = clock;
    this.progress = progress;
  }

  /** Lists and compares until the end or until the time is up. */
  public SyncResult run() throws InterruptedException {
    Instant now = clock.instant().truncatedTo(SECONDS);
    Instant from = now.minus(options.back());
    Instant until = now.plus(options.forward());
    Account account = Account.UNKNOWN;
    boolean cut = false;
    try {
      account = feed.open(box);
      progress.opened(account);
      for (Slice slice : Slice.cut(from, until, now)) {
        list(account, slice);
      }
    } catch (TimeoutException timeIsUp) {
      cut = true;
    }
    long total = added + updated + due + unchanged + rejected;
    Counts counts =
        new Counts(total, 0, added, updated, unchanged, 0, rejected, feed.effort().requests());
    return new SyncResult.Previewed(
        new SyncResult.Report(account, from, until, counts, box.spent(), cut), due);
  }

  private void list(Account account, Slice slice) throws InterruptedException, TimeoutException {
    SliceProgress seen = new SliceProgress(Checkpoint.start(slice.from(), slice.until()));
    Listing listing = new Listing(feed, account, slice.from(), slice.until());
    for (Optional<ApiRequest> next = listing.next(); next.isPresent(); next = listing.next()) {
      Page<L> page = feed.page(next.get(), box);
      rejected += page.unreadable().size();
      compare(account, seen.list(page.records()));
      listing.turned(page, seen.resumeFrom());
      progress.at(0, added + updated + due + unchanged + rejected, true, feed.effort().waiting());
    }
  }

  private void compare(Account account, List<L> records) {
    List<String> keys = records.stream().map(Listed::key).toList();
    Changes<L> changes =
        Changes.between(
            records, store.find(account.scope(), keys), clock.instant(), options.full());
    added += changes.added().size();
    updated += changes.updated().size();
    due += changes.due().size();
    unchanged += changes.unchanged().size();
  }
}
