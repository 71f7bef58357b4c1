package de.qapix.data.verify;

import static java.time.temporal.ChronoUnit.SECONDS;

import de.qapix.data.api.TimeBox;
import de.qapix.data.feed.CompleteRecord;
import de.qapix.data.feed.Feed;
import de.qapix.data.feed.FeedRequests;
import de.qapix.data.feed.ListedRecord;
import de.qapix.data.feed.Slice;
import de.qapix.data.store.Account;
import de.qapix.data.sync.EarlyEnd;
import de.qapix.data.sync.RunContext;
import de.qapix.data.sync.SyncProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/**
 * Reads a window from the API anew and compares it with the database. Writes nothing and takes no
 * lock; a sync beside it does no harm.
 */
public final class Verification<L extends ListedRecord, W extends CompleteRecord> {

  private final Feed<L, W> feed;
  private final VerificationStore<L, W> tables;
  private final VerifyOptions options;
  private final TimeBox box;
  private final SyncProgress progress;
  private final VerificationFindings findings;
  private final Slice window;
  private final Instant now;
  private final List<SliceVerification<L>> slices = new ArrayList<>();

  public Verification(
      Feed<L, W> feed, VerificationStore<L, W> tables, VerifyOptions options, RunContext context) {
    this.feed = feed;
    this.tables = tables;
    this.options = options;
    this.box = context.box();
    this.progress = context.progress();
    this.findings =
        new VerificationFindings(feed.kind(), options.limit(), tables.rejects()::reasons);
    this.now = context.clock().instant().truncatedTo(SECONDS);
    this.window = options.window().around(now);
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
    ExpectedRecords expected =
        new ExpectedRecords(tables.store().lastFinished(account.scope()), now);
    try (FeedRequests<L, W> requests =
        new FeedRequests<>(feed, account, box, 1, options.concurrency())) {
      RecordComparison<L, W> comparison =
          new RecordComparison<>(
              requests, tables.inventory(), expected, findings, options.sample());
      for (Slice slice : Slice.cut(window.from(), window.until(), now)) {
        slices.add(new SliceVerification<>(requests, slice, comparison, findings));
      }
      boolean complete = requests.until(new Work(requests, comparison));
      requests.finish();
      comparison.finish();
      return verified(account, comparison.compared(), comparison.comparedWhole(), complete);
    }
  }

  /** Lists one slice after the other, and compares. */
  private final class Work implements FeedRequests.Work {

    private final FeedRequests<L, W> requests;
    private final RecordComparison<L, W> comparison;
    private int searched;

    Work(FeedRequests<L, W> requests, RecordComparison<L, W> comparison) {
      this.requests = requests;
      this.comparison = comparison;
    }

    @Override
    public boolean isDone() {
      return isSearched() && requests.idle() && comparison.isFinished();
    }

    private boolean isSearched() {
      return searched == slices.size();
    }

    @Override
    public void ask() {
      if (!isSearched()) {
        slices.get(searched).lister().askIfRoom();
      }
    }

    /** What is compared last may want a second look, and so on until nothing is under way. */
    @Override
    public void answered() {
      if (!isSearched() && slices.get(searched).lister().isListed()) {
        search(slices.get(searched));
        searched++;
      }
      if (isSearched() && requests.idle()) {
        comparison.finish();
      }
      progress.at(comparison.compared(), comparison.compared(), true, feed.effort().waiting());
    }

    private void search(SliceVerification<L> slice) {
      Slice listed = slice.slice();
      slice.search(
          tables.store().listed(requests.account().scope(), listed.from(), listed.until()), window);
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
        complete ? Optional.empty() : Optional.of(EarlyEnd.of(box, feed.effort())),
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
        slices.stream()
            .map(slice -> slice.lister().listedStretch())
            .reduce(Duration.ZERO, Duration::plus);
    return (double) listed.toMillis() / Duration.between(window.from(), window.until()).toMillis();
  }
}
