package de.qapix.data.sync;

import static java.time.temporal.ChronoUnit.SECONDS;

import de.qapix.data.api.TimeBox;
import de.qapix.data.feed.CompleteRecord;
import de.qapix.data.feed.Cost;
import de.qapix.data.feed.Feed;
import de.qapix.data.feed.FeedRequests;
import de.qapix.data.feed.ListedRecord;
import de.qapix.data.feed.Slice;
import de.qapix.data.feed.SliceLister;
import de.qapix.data.store.Account;
import de.qapix.data.store.Counts;
import de.qapix.data.store.Store;
import de.qapix.data.store.Sweep;
import de.qapix.data.store.SweepKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/** What a run would do and cost: lists the window and compares, and writes nothing. */
public final class Preview<L extends ListedRecord, W extends CompleteRecord> {

  private final Feed<L, W> feed;
  private final Store<W> store;
  private final SyncOptions options;
  private final TimeBox box;
  private final SyncProgress progress;
  private final Instant now;
  private final PreviewCounts<L> outlook;

  public Preview(Feed<L, W> feed, Store<W> store, SyncOptions options, RunContext context) {
    this.feed = feed;
    this.store = store;
    this.options = options;
    this.box = context.box();
    this.progress = context.progress();
    this.now = context.clock().instant().truncatedTo(SECONDS);
    this.outlook = new PreviewCounts<>(feed::cost);
  }

  /** Lists and compares until the end or until the time is up. */
  public SyncResult run() throws InterruptedException {
    Account account;
    try {
      account = feed.open(box);
      feed.catalogue(account, box);
    } catch (TimeoutException timeIsUp) {
      return result(Account.UNKNOWN, begun(), List.of());
    }
    progress.opened(account);
    Sweep sweep =
        store
            .unfinished(
                new SweepKey(store.source(), account.user(), account.scope(), options.key()))
            .orElseGet(this::begun);
    try (FeedRequests<L, W> requests =
        new FeedRequests<>(feed, account, box, SweepSlices.SIDE_BY_SIDE, 1)) {
      List<SlicePreview<L>> slices = slices(requests, sweep);
      requests.until(listing(slices));
      return result(account, sweep, slices);
    }
  }

  private List<SlicePreview<L>> slices(FeedRequests<L, W> requests, Sweep sweep) {
    ListComparison comparison =
        new ListComparison(store, requests.account().scope(), options.full(sweep), () -> now);
    return SliceVisit.of(sweep, now).stream()
        .filter(visit -> !visit.checkpoint().finished())
        .map(
            visit ->
                new SlicePreview<>(
                    visit,
                    new SliceLister<L>(
                        requests,
                        visit.ahead(),
                        shown ->
                            outlook.add(comparison.changes(shown.records()), shown.unreadable()))))
        .toList();
  }

  private FeedRequests.Work listing(List<SlicePreview<L>> slices) {
    return new FeedRequests.Work() {
      @Override
      public boolean isDone() {
        return isListed(slices);
      }

      @Override
      public void ask() {
        SliceLister.ask(slices.stream().map(SlicePreview::lister), SweepSlices.SIDE_BY_SIDE);
      }

      @Override
      public void answered() {
        progress.at(0, outlook.total(), true, feed.effort().waiting());
      }
    };
  }

  private boolean isListed(List<SlicePreview<L>> slices) {
    return slices.stream().allMatch(slice -> slice.lister().isListed());
  }

  private Sweep begun() {
    Slice window = options.window().around(now);
    return Sweep.begun(0, window.from(), window.until(), now);
  }

  private SyncResult result(Account account, Sweep sweep, List<SlicePreview<L>> slices) {
    long made = feed.effort().requests();
    long missing = slices.stream().mapToLong(slice -> missing(account, slice)).sum();
    Cost all = outlook.cost().plus(new Cost(made + missing, 0));
    Counts counts = outlook.counts(feed.effort());
    boolean cut = account.equals(Account.UNKNOWN) || !isListed(slices);
    if (cut) {
      feed.assertAnswered(box);
    }
    return new SyncResult.Previewed(
        new SyncResult.Report(
            account,
            sweep.from(),
            sweep.until(),
            counts,
            box.spent(),
            feed.effort(),
            cut,
            counts.rejected(),
            store.unattended(account, sweep.from(), sweep.until())),
        cut ? Optional.of(EarlyEnd.of(box, feed.effort())) : Optional.empty(),
        outlook.due(),
        missing,
        Forecast.of(all, feed.effort(), options.limit()));
  }

  private long missing(Account account, SlicePreview<L> slice) {
    Slice listed = slice.visit().ahead();
    return slice.visit().recorded() && slice.lister().isListed()
        ? slice.missing(store.listed(account.scope(), listed.from(), listed.until()))
        : 0;
  }
}
