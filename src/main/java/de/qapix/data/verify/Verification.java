package de.qapix.data.verify;

import static java.time.temporal.ChronoUnit.SECONDS;

import de.qapix.data.api.TimeBox;
import de.qapix.data.store.Account;
import de.qapix.data.sync.CompleteRecord;
import de.qapix.data.sync.CutOff;
import de.qapix.data.sync.Feed;
import de.qapix.data.sync.ListedRecord;
import de.qapix.data.sync.RequestPool;
import de.qapix.data.sync.Slice;
import de.qapix.data.sync.SyncProgress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/**
 * Reads a window from the API anew and compares it with the database. Writes nothing and takes no
 * lock; a sync beside it does no harm.
 */
public final class Verification<L extends ListedRecord, W extends CompleteRecord> {

  private static final Duration TICK = Duration.ofMillis(100);

  /** Records listed ahead of what is read whole. */
  private static final int AHEAD = 2_000;

  private final Feed<L, W> feed;
  private final VerificationStore<L, W> ledger;
  private final VerifyOptions options;
  private final TimeBox box;
  private final SyncProgress progress;
  private final VerificationFindings findings;
  private final Slice window;
  private final Instant now;
  private final List<SliceVerification<L, W>> slices = new ArrayList<>();

  public Verification(
      Feed<L, W> feed,
      VerificationStore<L, W> ledger,
      VerifyOptions options,
      TimeBox box,
      InstantSource clock,
      SyncProgress progress) {
    this.feed = feed;
    this.ledger = ledger;
    this.options = options;
    this.box = box;
    this.progress = progress;
    this.findings = new VerificationFindings(feed.kind(), options.limit(), ledger.rejects()::find);
    this.now = clock.instant().truncatedTo(SECONDS);
    this.window = new Slice(now.minus(options.back()), now.plus(options.forward()));
  }

  /**
   * Compares until the end or until the time is up.
   *
   * @throws de.qapix.data.api.ApiException when the API does not play
   */
  public VerificationResult run() throws InterruptedException {
    Account account;
    try {
      account = feed.open(box);
    } catch (TimeoutException timeIsUp) {
      return verified(Account.UNKNOWN, 0, 0, false);
    }
    progress.opened(account);
    ExpectedRecords expected = new ExpectedRecords(ledger.history().finished(account.scope()), now);
    try (RequestPool crew = new RequestPool(1, options.concurrency())) {
      RecordComparison<L, W> examination =
          new RecordComparison<>(
              feed, ledger.inventory(), expected, crew, findings, options.sample(), box);
      boolean complete = verify(account, crew, examination);
      return verified(account, examination.compared(), examination.comparedWhole(), complete);
    }
  }

  private boolean verify(Account account, RequestPool crew, RecordComparison<L, W> examination)
      throws InterruptedException {
    boolean complete = true;
    try {
      for (Slice slice : Slice.cut(window.from(), window.until(), now)) {
        SliceVerification<L, W> next =
            new SliceVerification<>(feed, account, slice, crew, examination, findings, box);
        slices.add(next);
        list(next, crew, examination);
        next.search(ledger.store().listed(account.scope(), slice.from(), slice.until()), window);
      }
      finish(crew, examination);
    } catch (TimeoutException timeIsUp) {
      complete = false;
    }
    crew.finish();
    examination.finish();
    return complete;
  }

  private void list(
      SliceVerification<L, W> slice, RequestPool crew, RecordComparison<L, W> examination)
      throws InterruptedException, TimeoutException {
    while (!slice.isListed()) {
      slice.ask();
      while (slice.isAsking() || crew.underway() > AHEAD) {
        tick(crew, examination);
      }
    }
  }

  /** What is compared last may want a second look, and so on until nothing is under way. */
  private void finish(RequestPool crew, RecordComparison<L, W> examination)
      throws InterruptedException, TimeoutException {
    do {
      while (!crew.idle()) {
        tick(crew, examination);
      }
      examination.finish();
    } while (!crew.idle());
  }

  private void tick(RequestPool crew, RecordComparison<L, W> examination)
      throws InterruptedException, TimeoutException {
    crew.next(box.left().compareTo(TICK) < 0 ? box.left() : TICK);
    progress.at(examination.compared(), examination.compared(), true, feed.effort().waiting());
    if (box.passed() || crew.outOfTime()) {
      throw new TimeoutException("the time limit passed");
    }
  }

  private VerificationResult verified(Account account, long records, long whole, boolean complete) {
    if (!complete) {
      feed.assertAnswered(box);
    }
    return new VerificationResult(
        account,
        window.from(),
        window.until(),
        records,
        whole,
        share(),
        complete ? Optional.empty() : Optional.of(CutOff.of(box, feed.effort())),
        findings.counts(),
        findings.differences(),
        findings.unreadCount(),
        findings.unreadKnown(),
        findings.unread(),
        feed.effort().requests(),
        box.spent());
  }

  private double share() {
    Duration listed =
        slices.stream().map(SliceVerification::listed).reduce(Duration.ZERO, Duration::plus);
    return (double) listed.toMillis() / Duration.between(window.from(), window.until()).toMillis();
  }
}
