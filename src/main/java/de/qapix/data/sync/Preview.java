package de.qapix.data.sync;

import static java.time.temporal.ChronoUnit.SECONDS;

import de.qapix.data.api.TimeBox;
import de.qapix.data.store.Account;
import de.qapix.data.store.Counts;
import de.qapix.data.store.Store;
import de.qapix.data.store.Sweep;
import de.qapix.data.store.SweepKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/** What a run would do and cost: lists the window and compares, and writes nothing. */
public final class Preview<L extends ListedRecord, W extends CompleteRecord> {

  private static final Duration TICK = Duration.ofMillis(100);

  private final Feed<L, W> feed;
  private final Store<W> store;
  private final SyncOptions options;
  private final TimeBox box;
  private final SyncProgress progress;
  private final Instant now;
  private final PreviewCounts<L> outlook;

  public Preview(
      Feed<L, W> feed,
      Store<W> store,
      SyncOptions options,
      TimeBox box,
      InstantSource clock,
      SyncProgress progress) {
    this.feed = feed;
    this.store = store;
    this.options = options;
    this.box = box;
    this.progress = progress;
    this.now = clock.instant().truncatedTo(SECONDS);
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
    try (RequestPool crew = new RequestPool(Sweeping.SIDE_BY_SIDE, 1)) {
      List<SlicePreview<L, W>> slices =
          SliceVisit.of(sweep, now).stream()
              .map(leg -> new SlicePreview<L, W>(feed, store, account, leg, outlook))
              .toList();
      list(crew, sweep, slices);
      return result(account, sweep, slices);
    }
  }

  private Sweep begun() {
    return Sweep.begun(0, now.minus(options.back()), now.plus(options.forward()), now);
  }

  private void list(RequestPool crew, Sweep sweep, List<SlicePreview<L, W>> slices)
      throws InterruptedException {
    while (!slices.stream().allMatch(SlicePreview::isListed) && !timeIsUp(crew)) {
      if (!crew.outOfTime()) {
        slices.stream()
            .filter(slice -> !slice.isListed())
            .limit(Sweeping.SIDE_BY_SIDE)
            .filter(SlicePreview::wantsPage)
            .forEach(slice -> slice.ask(crew, box, now, options.full(sweep)));
      }
      crew.next(TICK.compareTo(box.left()) < 0 ? TICK : box.left());
      progress.at(0, outlook.total(), true, feed.effort().waiting());
    }
  }

  private boolean timeIsUp(RequestPool crew) {
    return box.passed() || (crew.outOfTime() && crew.idle());
  }

  private SyncResult result(Account account, Sweep sweep, List<SlicePreview<L, W>> slices) {
    long made = feed.effort().requests();
    long missing = slices.stream().mapToLong(SlicePreview::missing).sum();
    Cost all = outlook.cost().plus(new Cost(made + missing, 0));
    Counts counts = outlook.counts(feed.effort());
    boolean cut = slices.isEmpty() || !slices.stream().allMatch(SlicePreview::isListed);
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
            account.organization() ? 0 : store.unattended(account, sweep.from(), sweep.until())),
        cut ? Optional.of(CutOff.of(box, feed.effort())) : Optional.empty(),
        outlook.due(),
        missing,
        Forecast.of(all, SweepRun.OVERHEAD, feed.effort(), options.limit()));
  }
}
