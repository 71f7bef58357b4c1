package de.qapix.data.sync;

import de.qapix.data.feed.CompleteRecord;
import de.qapix.data.feed.Cost;
import de.qapix.data.feed.FeedRequests;
import de.qapix.data.feed.ListedRecord;
import de.qapix.data.feed.ReferenceLists;
import de.qapix.data.store.Account;
import de.qapix.data.store.Counts;
import de.qapix.data.store.OpenRun;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What one run does of a sweep: lists, completes and writes until all is done or time is up. */
final class SweepRun<L extends ListedRecord, W extends CompleteRecord>
    implements FeedRequests.Work {

  /** After which what is complete is written, and how far the sweep is, however little that is. */
  private static final Duration LONGEST_UNSAVED = Duration.ofSeconds(1);

  /** More than a run with a small time limit can complete. */
  private static final int MOST_BEGUN = 200;

  private final SweepSlices<L, W> slices;
  private final RecordReader<L, W> reader;
  private final FeedRequests<L, W> requests;
  private final BatchWriter<L, W> writer;
  private final SyncOptions options;
  private final RunContext context;
  private Duration tried = Duration.ZERO;
  private boolean catalogued;
  private boolean confirmed = true;

  SweepRun(
      OpenRun<W> run,
      SweepSlices<L, W> slices,
      RecordReader<L, W> reader,
      SyncOptions options,
      RunContext context) {
    this.slices = slices;
    this.reader = reader;
    this.requests = reader.requests();
    this.writer = new BatchWriter<>(run, slices, reader, options.batchSize(), context.box());
    this.options = options;
    this.context = context;
  }

  /**
   * Works until all is done or time is up: asks who we are, unless that has just been answered, and
   * for the small lists; goes on with what the last run had begun; then lists, reads and writes.
   * What was complete before a failure is written.
   *
   * @param remembered whether the account is what a run before this one has found
   * @throws AccountChangedException when the remembered account no longer fits
   */
  void run(boolean remembered) throws InterruptedException {
    confirmed = !remembered;
    if (remembered) {
      requests.open(this::confirm);
    }
    requests.catalogue(this::write);
    tried = context.box().spent();
    try {
      slices.resumed(reader.resume(begunBefore()));
      slices.begin();
      requests.until(this);
      requests.finish();
      writer.finish(this::isDone);
      tell();
    } catch (RuntimeException failure) {
      save(failure);
      throw confirmed || !AccountChangedException.mayShowIn(failure)
          ? failure
          : new AccountChangedException(failure);
    } finally {
      writer.close();
    }
  }

  private void confirm(Account account) {
    if (!account.equals(requests.account())) {
      throw new AccountChangedException(null);
    }
    confirmed = true;
  }

  /** Records whose requests were under way when the last run's time was up. */
  private List<L> begunBefore() {
    return slices.sweep().standing().begun().stream()
        .flatMap(raw -> requests.feed().read(raw).stream())
        .toList();
  }

  /** Records that are under way, as they were listed, for the run that goes on. */
  List<String> begun() {
    return reader.records().underway().limit(MOST_BEGUN).map(ListedRecord::raw).toList();
  }

  @Override
  public void ask() {
    slices.ask();
  }

  /** Answers that have come while a batch was written are written together, up to a bound. */
  @Override
  public boolean hasRoom() {
    return writer.hasRoom();
  }

  @Override
  public void answered() throws InterruptedException {
    writer.applyWritten();
    slices.finishListed();
    if (isDue()) {
      tried = context.box().spent();
      writer.commit();
    }
    while (!hasRoom() && !context.box().passed()) {
      writer.await();
      writer.commit();
    }
    tell();
  }

  /** Where no answer is waited for, nothing would make a batch larger. */
  private boolean isDue() {
    RunRecords<L, W> records = reader.records();
    return records.size() >= options.batchSize()
        || (!records.isEmpty() && requests.idle())
        || context.box().spent().minus(tried).compareTo(LONGEST_UNSAVED) > 0;
  }

  /** What is shown is what stands in the database, and what the run ends with. */
  private void tell() {
    context
        .progress()
        .at(
            slices.writtenTotals().synced(),
            slices.writtenTotals().total(),
            !slices.isListed(),
            requests.feed().effort().waiting());
  }

  private void write(ReferenceLists catalogue) {
    writer.write(catalogue, () -> catalogued = true);
  }

  /** Asks for nothing more and writes what is complete. A second failure joins the first. */
  private void save(RuntimeException failure) throws InterruptedException {
    requests.close();
    try {
      writer.finish(() -> false);
    } catch (RuntimeException another) {
      if (another != failure) {
        failure.addSuppressed(another);
      }
    }
  }

  @Override
  public boolean isDone() {
    return catalogued && confirmed && slices.isFinished() && reader.records().isEmpty();
  }

  /** What the sweep could not read or write so far. */
  long rejected() {
    return reader.records().rejects().count();
  }

  Counts counts() {
    return writer.counts();
  }

  /** The moment that this run could not get beyond, where it has got nowhere else either. */
  Optional<Instant> stalledAt() {
    return slices.hasMoved(counts().synced()) ? Optional.empty() : slices.stalledAt();
  }

  /**
   * What is left of the sweep; empty where too little of it is known, or where the run's time was
   * too short to get any further, as the next one would not either.
   */
  Optional<SyncResult.Left> left(EarlyEnd earlyEnd) {
    Counts counts = counts();
    if (earlyEnd.reason() == EarlyEnd.Reason.TIME && !slices.hasMoved(counts.synced())) {
      return Optional.empty();
    }
    OptionalLong unlisted = slices.unlisted();
    long known = Math.max(counts.total(), slices.met() + unlisted.orElse(0));
    if (unlisted.isEmpty() || known == 0) {
      return Optional.empty();
    }
    long asked = slices.waiting() - reader.records().size(); // the next run reads these again
    long unmet = Math.max(0, known - counts.synced() - asked - slices.rejected());
    Cost cost =
        reader
            .records()
            .underway()
            .map(requests.feed()::cost)
            .reduce(Cost.NOTHING, Cost::plus)
            .plus(reader.estimate().of(unmet))
            .plus(requests.feed().listing(Math.max(0, known - slices.passed())))
            .plus(new Cost(Forecast.OVERHEAD + counts.heldBack().unconfirmed(), 0));
    Forecast forecast = Forecast.of(cost, requests.feed().effort(), options.limit());
    return Optional.of(new SyncResult.Left((double) counts.synced() / known, forecast));
  }
}
