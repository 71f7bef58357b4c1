package de.qapix.data.sync;

import static java.time.temporal.ChronoUnit.SECONDS;

import de.qapix.data.api.ApiException;
import de.qapix.data.api.TimeBox;
import de.qapix.data.feed.CompleteRecord;
import de.qapix.data.feed.Feed;
import de.qapix.data.feed.FeedRequests;
import de.qapix.data.feed.ListedRecord;
import de.qapix.data.feed.Slice;
import de.qapix.data.store.Account;
import de.qapix.data.store.Counts;
import de.qapix.data.store.OpenRun;
import de.qapix.data.store.RunHost;
import de.qapix.data.store.RunOutcome;
import de.qapix.data.store.Store;
import de.qapix.data.store.Sweep;
import de.qapix.data.store.SweepKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One run of a sync: goes on with the unfinished sweep of the same account, scope and options, or
 * begins one, and gets as far as the time box lets it. What has been written stays, however the run
 * ends.
 */
public final class SyncRun<L extends ListedRecord, W extends CompleteRecord> {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  private final Feed<L, W> feed;
  private final Store<W> store;
  private final SyncOptions options;
  private final RunHost machine;
  private final RunContext context;
  private final TimeBox box;
  private Duration waited = Duration.ZERO;

  public SyncRun(
      Feed<L, W> feed, Store<W> store, SyncOptions options, RunHost machine, RunContext context) {
    this.feed = feed;
    this.store = store;
    this.options = options;
    this.machine = machine;
    this.context = context;
    this.box = context.box();
  }

  /**
   * Runs until everything is read or the time is up.
   *
   * @throws de.qapix.data.store.LockedException when another run is under way and does not end
   *     while this one waits
   * @throws ApiException when the API does not play
   * @throws TooManyRejectsException when the sweep holds more rejected records than the options
   *     allow
   */
  public SyncResult run() throws InterruptedException {
    try (OpenRun<W> run = store.begin(machine, this::waitsForAnother)) {
      Instant now = context.clock().instant().truncatedTo(SECONDS);
      try {
        return run(run, now);
      } catch (RuntimeException failure) {
        run.fail(failure, feed.effort().requests(), feed.effort().waited());
        throw failure;
      }
    }
  }

  /** What is spent on waiting for another run is not taken from the time of this one. */
  private boolean waitsForAnother() throws InterruptedException {
    if (box.stopped() || waited.compareTo(options.patience()) >= 0) {
      return false;
    }
    TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS.toMillis());
    waited = waited.plus(BETWEEN_LOOKS);
    box.prolong(BETWEEN_LOOKS);
    return true;
  }

  /** Begins with what is known of the account, so that nothing has to wait for the API to say. */
  private SyncResult run(OpenRun<W> run, Instant now) throws InterruptedException {
    Optional<Account> known = store.account(feed.credential());
    try {
      return known.isPresent()
          ? sweep(run, known.get(), true, now)
          : ask(run, store.candidate(feed.credential()), now);
    } catch (AccountChangedException changed) {
      return ask(run, Optional.empty(), now);
    }
  }

  /** Each answer is kept at once: a run with a small time limit may see only one of them. */
  private SyncResult ask(OpenRun<W> run, Optional<Account> known, Instant now)
      throws InterruptedException {
    Account account;
    try {
      Account candidate = known.isPresent() ? known.get() : feed.whoAmI(box);
      if (known.isEmpty()) {
        run.rememberCandidate(feed.credential(), candidate);
      }
      account = feed.entitled(candidate, box);
    } catch (TimeoutException timeIsUp) {
      return nothing(run, now);
    } catch (ApiException refusal) {
      throw known.isPresent() && AccountChangedException.mayShowIn(refusal)
          ? new AccountChangedException(refusal)
          : refusal;
    }
    run.remember(feed.credential(), account);
    return sweep(run, account, known.isPresent(), now);
  }

  private SyncResult sweep(OpenRun<W> run, Account account, boolean remembered, Instant now)
      throws InterruptedException {
    context.progress().opened(account);
    SweepKey key = new SweepKey(store.source(), account.user(), account.scope(), options.key());
    Slice window = options.window().around(now);
    Sweep sweep = run.sweep(key, window.from(), window.until(), now);
    try (FeedRequests<L, W> requests =
        new FeedRequests<>(feed, account, box, SweepSlices.SIDE_BY_SIDE, options.concurrency())) {
      ListComparison comparison =
          new ListComparison(store, account.scope(), options.full(sweep), context.clock());
      RunRecords<L, W> records = new RunRecords<>(rejects(run, sweep));
      RecordReader<L, W> reader =
          new RecordReader<>(
              requests, comparison, records, new CostEstimate<>(feed::cost, sweep.id()));
      StoredSliceReader stored = new StoredSliceReader(store, account.scope());
      SweepSlices<L, W> slices =
          new SweepSlices<>(reader, stored, sweep, now, options.allowMassDelete());
      SweepRun<L, W> course = new SweepRun<>(run, slices, reader, options, context);
      course.run(remembered);
      return result(run, account, slices, course);
    }
  }

  private SweepRejects rejects(OpenRun<W> run, Sweep sweep) {
    return new SweepRejects(
        sweep.standing().rejected(),
        run::hasRejected,
        options.maxRejects(),
        () -> store.lastReason().orElse(""));
  }

  private SyncResult result(
      OpenRun<W> run, Account account, SweepSlices<L, W> slices, SweepRun<L, W> course) {
    Sweep sweep = slices.sweep();
    SyncResult.Report report =
        new SyncResult.Report(
            account,
            sweep.from(),
            sweep.until(),
            course.counts(),
            box.spent(),
            feed.effort(),
            !slices.isListed(),
            course.rejected(),
            store.unattended(account, sweep.from(), sweep.until()));
    if (course.isDone()) {
      run.finish(sweep, report.counts());
      return new SyncResult.Finished(run.id(), report);
    }
    feed.assertAnswered(box);
    EarlyEnd earlyEnd = EarlyEnd.of(box, report.effort());
    run.pause(sweep, course.begun(), outcome(earlyEnd), earlyEnd.until(), report.counts());
    return new SyncResult.Paused(
        run.id(), report, earlyEnd, course.left(earlyEnd), course.stalledAt());
  }

  private static RunOutcome outcome(EarlyEnd earlyEnd) {
    return earlyEnd.interrupted() ? RunOutcome.INTERRUPTED : RunOutcome.PARTIAL;
  }

  /** Not even the first requests were answered in time. */
  private SyncResult nothing(OpenRun<W> run, Instant now) {
    Slice window = options.window().around(now);
    SyncResult.Report report =
        new SyncResult.Report(
            Account.UNKNOWN,
            window.from(),
            window.until(),
            Counts.none(feed.effort().requests(), feed.effort().waited()),
            box.spent(),
            feed.effort(),
            true,
            0,
            0);
    feed.assertAnswered(box);
    EarlyEnd earlyEnd = EarlyEnd.of(box, report.effort());
    run.end(outcome(earlyEnd), earlyEnd.until(), report.counts());
    return new SyncResult.Paused(run.id(), report, earlyEnd, Optional.empty(), Optional.empty());
  }
}
