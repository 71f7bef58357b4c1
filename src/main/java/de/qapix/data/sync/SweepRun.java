package de.qapix.data.sync;

import de.qapix.data.store.Account;
import de.qapix.data.store.Counts;
import de.qapix.data.store.OpenRun;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** What one run does of a sweep: lists, completes and writes until all is done or time is up. */
final class SweepRun<L extends ListedRecord, W extends CompleteRecord> implements RequestLoop.Work {

  private static final Duration LONGEST_UNSAVED = Duration.ofSeconds(1);

  /** How many times the usual number of records are written at once when they come too fast. */
  private static final int LARGEST_BATCH = 10;

  /** More than a run with a small time limit can complete. */
  private static final int MOST_BEGUN = 200;

  /** Who we are and the small lists, which every run asks for, and a page for where it goes on. */
  static final long OVERHEAD = 4;

  private final Desk<L, W> desk;
  private final OpenRun<W> run;
  private final Sweeping<L, W> sweeping;
  private final BatchWriter<L, W> commits;
  private final SyncProgress progress;
  private long told;
  private Duration saved = Duration.ZERO;
  private boolean catalogued;
  private boolean confirmed = true;

  SweepRun(Desk<L, W> desk, OpenRun<W> run, Instant now, SyncProgress progress) {
    this.desk = desk;
    this.run = run;
    this.sweeping = new Sweeping<>(desk, now);
    this.commits = new BatchWriter<>(desk, run, sweeping);
    this.progress = progress;
    this.told = desk.sweep().standing().synced();
  }

  /** Asks whether the account still is what a run before this one has found. */
  void confirmAccount() {
    confirmed = false;
    desk.requests().open(this::confirm, this::fail);
  }

  private void confirm(Account account) {
    if (!account.equals(desk.account())) {
      throw new AccountChangedException(null);
    }
    confirmed = true;
  }

  private void fail(RuntimeException failure) {
    throw failure;
  }

  /**
   * Begins with the records whose requests were under way when the last run's time was up. Only
   * those that no run of the sweep can have brought up to date before are counted.
   */
  private void resume(List<String> begun) {
    List<L> records = begun.stream().flatMap(raw -> desk.feed().read(raw).stream()).toList();
    Changes<L> changes = desk.comparison().changes(records);
    Set<L> counted = new HashSet<>(changes.added());
    counted.addAll(changes.again());
    for (L record : changes.wanted()) {
      Runnable done = counted.contains(record) ? sweeping::resumed : () -> {};
      desk.completions().resume(record, !changes.stored().containsKey(record.key()), done);
    }
  }

  /** Records that are under way, as they were listed, for the run that goes on. */
  List<String> begun() {
    return desk.completions().begun().stream().limit(MOST_BEGUN).map(ListedRecord::raw).toList();
  }

  /**
   * Works until all is done or time is up. What was complete before a failure is written.
   *
   * @throws AccountChangedException when the remembered account no longer fits
   */
  void run() throws InterruptedException {
    desk.requests().catalogue(this::write, this::fail);
    saved = desk.box().spent();
    try {
      resume(desk.sweep().standing().begun());
      desk.requests().until(this);
      desk.requests().finish();
      commits.commit();
      told = counts().synced();
      tell();
    } catch (RuntimeException failure) {
      save(failure);
      throw confirmed || !AccountChangedException.mayShowIn(failure)
          ? failure
          : new AccountChangedException(failure);
    }
  }

  @Override
  public void ask() {
    sweeping.ask();
  }

  /** Answers that have come while a batch was written are written together, up to a bound. */
  @Override
  public boolean hasRoom() {
    return desk.intake().size() < LARGEST_BATCH * desk.options().batchSize();
  }

  @Override
  public void answered() {
    sweeping.settle();
    boolean overdue = desk.box().spent().minus(saved).compareTo(LONGEST_UNSAVED) > 0;
    if (desk.intake().size() >= desk.options().batchSize() || overdue) {
      commits.commit();
      saved = desk.box().spent();
      told = counts().synced();
    }
    tell();
  }

  /** What is shown is what stands in the database, and what the run ends with. */
  private void tell() {
    progress.at(
        told, sweeping.reached().total(), !sweeping.isListed(), desk.feed().effort().waiting());
  }

  private void write(ReferenceLists catalogue) {
    catalogue.parts().forEach(part -> desk.intake().read(part.key()));
    catalogue.write(run, desk.intake()::reject);
    catalogued = true;
  }

  /** A second failure joins the first. */
  private void save(RuntimeException failure) {
    try {
      commits.commit();
    } catch (RuntimeException another) {
      if (another != failure) {
        failure.addSuppressed(another);
      }
    }
  }

  @Override
  public boolean isDone() {
    return catalogued && confirmed && sweeping.isFinished();
  }

  Sweeping<L, W> sweeping() {
    return sweeping;
  }

  Counts counts() {
    return commits.counts();
  }

  /** The moment that this run could not get beyond, where it has got nowhere else either. */
  Optional<Instant> stalledAt() {
    return sweeping.hasMoved(counts().synced()) ? Optional.empty() : sweeping.stalledAt();
  }

  /**
   * What is left of the sweep; empty where too little of it is known, or where the run's time was
   * too short to get any further, as the next one would not either.
   */
  Optional<SyncResult.Left> left(CutOff cutOff) {
    Counts counts = counts();
    if (cutOff.reason() == CutOff.Reason.TIME && !sweeping.hasMoved(counts.synced())) {
      return Optional.empty();
    }
    OptionalLong unlisted = sweeping.unlisted();
    long known = Math.max(counts.total(), sweeping.met() + unlisted.orElse(0));
    if (unlisted.isEmpty() || known == 0) {
      return Optional.empty();
    }
    long unmet = Math.max(0, known - counts.synced() - sweeping.waiting() - sweeping.rejected());
    Cost cost =
        desk.tally()
            .open()
            .plus(desk.density().of(unmet))
            .plus(desk.feed().listing(Math.max(0, known - sweeping.passed())))
            .plus(new Cost(OVERHEAD + counts.heldBack().unconfirmed(), 0));
    Forecast forecast = Forecast.of(cost, OVERHEAD, desk.feed().effort(), desk.options().limit());
    return Optional.of(new SyncResult.Left((double) counts.synced() / known, forecast));
  }
}
