package de.qapix.sync;

import static java.time.temporal.ChronoUnit.SECONDS;

import de.qapix.api.TimeBox;
import de.qapix.store.Counts;
import de.qapix.store.Machine;
import de.qapix.store.OpenRun;
import de.qapix.store.Outcome;
import de.qapix.store.Store;
import de.qapix.store.Sweep;
import de.qapix.store.SweepKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeoutException;

/**
 * One run of a sync: goes on with the unfinished sweep of the same account, scope and options, or
 * begins one, and gets as far as the time box lets it. What has been written stays, however the run
 * ends.
 */
public final class SyncRun<L extends Listed, W extends Whole> {

  private static final Duration TICK = Duration.ofMillis(100);
  private static final Duration LONGEST_UNSAVED = Duration.ofSeconds(1);
  private static final int LISTERS = 3;

  private final Feed<L, W> feed;
  private final Store<W> store;
  private final SyncOptions options;
  private final Machine machine;
  private final TimeBox box;
  private final InstantSource clock;
  private final Progress progress;
  private final Instant now;
  private boolean catalogued;

  public SyncRun(
      Feed<L, W> feed,
      Store<W> store,
      SyncOptions options,
      Machine machine,
      TimeBox box,
      InstantSource clock,
      Progress progress) {
    this.feed = feed;
    this.store = store;
    this.options = options;
    this.machine = machine;
    this.box = box;
    this.clock = clock;
    this.progress = progress;
    this.now = clock.instant().truncatedTo(SECONDS);
  }

  /**
   * Runs until everything is read or the time is up.
   *
   * @throws de.qapix.store.LockedException at once when another run is under way
   * @throws de.qapix.api.ApiException when the API does not play
   * @throws TooManyRejectsException when more records were rejected than the options allow
   */
  public SyncResult run() throws InterruptedException {
    try (OpenRun<W> run = store.begin(machine)) {
      try {
        return run(run);
      } catch (RuntimeException failure) {
        fail(run, failure);
        throw failure;
      }
    }
  }

  private SyncResult run(OpenRun<W> run) throws InterruptedException {
    Account account;
    try {
      account = feed.open(box);
    } catch (TimeoutException timeIsUp) {
      return nothing(run);
    }
    progress.opened(account);
    Instant from = now.minus(options.back());
    Instant until = now.plus(options.forward());
    SweepKey key = new SweepKey(store.source(), account.user(), account.scope(), options.key());
    Sweep sweep = run.sweep(key, from, until, now);
    try (Crew crew = new Crew(LISTERS, options.concurrency())) {
      Tally tally = new Tally();
      Intake<W> intake = new Intake<>(tally, options.maxRejects());
      Desk<L, W> desk = new Desk<>(feed, store, account, crew, intake, tally, options, box, clock);
      return sweep(run, desk, sweep);
    }
  }

  private SyncResult sweep(OpenRun<W> run, Desk<L, W> desk, Sweep sweep)
      throws InterruptedException {
    Sweeping<L, W> sweeping = new Sweeping<>(desk, sweep, now);
    Commits<L, W> commits = new Commits<>(desk, run, sweep, sweeping);
    read(run, desk);
    try {
      work(desk, sweeping, commits);
      desk.crew().finish();
      commits.commit();
    } catch (RuntimeException failure) {
      save(commits, failure);
      throw failure;
    }
    SyncResult.Report report =
        new SyncResult.Report(
            desk.account(),
            sweep.from(),
            sweep.until(),
            commits.counts(),
            box.spent(),
            !sweeping.isListed());
    if (isFinished(sweeping)) {
      run.finish(sweep);
      run.end(Outcome.FINISHED, report.counts());
      return new SyncResult.Finished(run.id(), report, sweeping.withheld());
    }
    return pause(run, report);
  }

  private SyncResult pause(OpenRun<W> run, SyncResult.Report report) {
    run.end(box.stopped() ? Outcome.INTERRUPTED : Outcome.PARTIAL, report.counts());
    return new SyncResult.Paused(run.id(), report, box.stopped());
  }

  /** The small lists come while the window is listed; the run does not end without them. */
  private void read(OpenRun<W> run, Desk<L, W> desk) {
    desk.crew()
        .list(
            () -> feed.catalogue(desk.account(), box),
            catalogue -> {
              run.write(catalogue.rows());
              catalogue.unreadable().forEach(desk.intake()::reject);
              catalogued = true;
            },
            failure -> {
              throw failure;
            });
  }

  private boolean isFinished(Sweeping<L, W> sweeping) {
    return catalogued && sweeping.isFinished();
  }

  private void work(Desk<L, W> desk, Sweeping<L, W> sweeping, Commits<L, W> commits)
      throws InterruptedException {
    Duration saved = box.spent();
    while (!isFinished(sweeping) && !timeIsUp(desk.crew())) {
      if (!desk.crew().outOfTime()) {
        sweeping.ask();
      }
      desk.crew().next(min(TICK, box.left()));
      sweeping.settle();
      boolean overdue = box.spent().minus(saved).compareTo(LONGEST_UNSAVED) > 0;
      if (desk.intake().size() >= options.batchSize() || overdue) {
        commits.commit();
        saved = box.spent();
      }
      progress.at(
          sweeping.synced(), sweeping.total(), !sweeping.isListed(), feed.effort().waiting());
    }
  }

  private boolean timeIsUp(Crew crew) {
    return box.passed() || (crew.outOfTime() && crew.idle());
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /** What was complete before the failure is written; a second failure joins the first. */
  private static void save(Commits<?, ?> commits, RuntimeException failure) {
    try {
      commits.commit();
    } catch (RuntimeException another) {
      if (another != failure) {
        failure.addSuppressed(another);
      }
    }
  }

  private void fail(OpenRun<W> run, RuntimeException failure) {
    try {
      run.fail(failure.getMessage());
    } catch (RuntimeException another) {
      if (another != failure) {
        failure.addSuppressed(another);
      }
    }
  }

  /** Not even the first requests were answered in time. */
  private SyncResult nothing(OpenRun<W> run) {
    return pause(
        run,
        new SyncResult.Report(
            Account.UNKNOWN,
            now.minus(options.back()),
            now.plus(options.forward()),
            Counts.none(feed.effort().requests()),
            box.spent(),
            true));
  }
}
