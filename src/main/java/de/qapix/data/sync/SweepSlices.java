package de.qapix.data.sync;

import de.qapix.data.feed.CompleteRecord;
import de.qapix.data.feed.ListedRecord;
import de.qapix.data.feed.SliceLister;
import de.qapix.data.store.Checkpoint;
import de.qapix.data.store.Sweep;
import de.qapix.data.store.SweepProgress;
import de.qapix.data.store.WithheldDeletions;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** All slices of a run: those of the sweep, and what is around now when an old sweep goes on. */
final class SweepSlices<L extends ListedRecord, W extends CompleteRecord> {

  /** How many lists are read side by side. */
  static final int SIDE_BY_SIDE = 8;

  private final RunRecords<L, W> records;
  private final Sweep sweep;
  private final SweepProgress before;
  private final List<SliceSync<L, W>> slices;
  private final StoredSliceReader stored;
  private Set<String> resumed = Set.of();
  private long mostSynced;

  SweepSlices(
      RecordReader<L, W> reader,
      StoredSliceReader stored,
      Sweep sweep,
      Instant now,
      boolean allowMassDelete) {
    this.records = reader.records();
    this.stored = stored;
    this.sweep = sweep;
    this.before = sweep.standing();
    this.mostSynced = before.synced();
    this.slices =
        SliceVisit.of(sweep, now).stream()
            .map(
                visit -> new SliceSync<>(reader, stored.add(visit.ahead()), visit, allowMassDelete))
            .toList();
  }

  Sweep sweep() {
    return sweep;
  }

  /** Asks for the first pages, and meanwhile for what is stored of their slices. */
  void begin() {
    ask();
    stored.begin();
  }

  /** Asks for the next pages, as far as enough of those before them is complete. */
  void ask() {
    SliceLister.ask(
        slices.stream().filter(slice -> !slice.isListed()).map(SliceSync::lister), SIDE_BY_SIDE);
  }

  /** These were begun by a run before this one, and no run had brought them up to date. */
  void resumed(Set<String> keys) {
    resumed = keys;
  }

  void finishListed() {
    slices.forEach(SliceSync::finishIfListed);
  }

  void advance() {
    slices.forEach(SliceSync::advance);
  }

  List<Checkpoint> news() {
    return slices.stream().flatMap(slice -> slice.news().stream()).toList();
  }

  /** What the last news tell of is written. */
  void saved() {
    slices.forEach(SliceSync::saved);
    mostSynced = totals().synced();
  }

  boolean isFinished() {
    return slices.stream().allMatch(SliceSync::isFinished);
  }

  /** Whether the number of records in the window is known. */
  boolean isListed() {
    return recorded().allMatch(SliceSync::isListed);
  }

  /** How far the sweep has come with what is written. */
  SweepTotals writtenTotals() {
    return new SweepTotals(Math.max(known(), mostSynced), mostSynced, heldBack());
  }

  /**
   * How far the sweep has come once all that is being written is there. What is synced never
   * becomes less within a sweep: it is the most that a run has known to be up to date, and each
   * counts different records. Until all is listed, what runs before this one have met counts too.
   */
  SweepTotals totals() {
    long known = known();
    long done = sum(SliceProgress::synced);
    long atLeast =
        isListed() ? done : Math.max(done, Math.min(known, before.synced() + resumedDone()));
    long synced = Math.max(mostSynced, atLeast);
    return new SweepTotals(Math.max(known, synced), synced, heldBack());
  }

  private long resumedDone() {
    return resumed.stream().filter(records::isDone).count();
  }

  private long known() {
    long met = met();
    return isListed() ? met : Math.max(met, before.total());
  }

  /** What cannot be read has no place, so two slices may show it. */
  long met() {
    Set<String> unplaced = new HashSet<>();
    recorded().forEach(slice -> unplaced.addAll(slice.progress().unplaced()));
    return sum(SliceProgress::placed) + unplaced.size();
  }

  private WithheldDeletions heldBack() {
    return recorded()
        .map(SliceSync::heldBack)
        .reduce(
            WithheldDeletions.NOTHING,
            (one, other) ->
                new WithheldDeletions(
                    one.tooMany() + other.tooMany(), one.unconfirmed() + other.unconfirmed()));
  }

  /**
   * About how many records of the window have not been listed yet, if they lie as densely as those
   * that have; empty where none of it has been listed, or where the list has come to a moment at
   * which so much starts that this says nothing.
   */
  OptionalLong unlisted() {
    long unlisted = recorded().mapToLong(slice -> slice.unlistedStretch().toMillis()).sum();
    long listed = sum(progress -> progress.stretch().toMillis()) - unlisted;
    if (unlisted == 0) {
      return OptionalLong.of(0);
    }
    if (listed == 0 || recorded().anyMatch(slice -> slice.lister().isWithinMoment())) {
      return OptionalLong.empty();
    }
    long met = met();
    return OptionalLong.of(
        Math.max(before.total() - met, Math.round((double) met * unlisted / listed)));
  }

  /**
   * Whether this run has brought the sweep any further.
   *
   * @param synced records that are up to date now
   */
  boolean hasMoved(long synced) {
    return synced > before.synced() || recorded().anyMatch(SliceSync::hasMoved);
  }

  /** A moment at which so much starts that this run has listed nothing else of its slice. */
  Optional<Instant> stalledAt() {
    return recorded().flatMap(slice -> slice.lister().stalledAt().stream()).findFirst();
  }

  /** Records that wait for their requests. */
  long waiting() {
    return sum(SliceProgress::waiting);
  }

  /** Records that the next run need not list again. */
  long passed() {
    return sum(progress -> progress.checkpoint().doneCount());
  }

  /** Records that are known to be in the window and cannot be read or written. */
  long rejected() {
    return met() - waiting() - sum(SliceProgress::synced);
  }

  private long sum(ToLongFunction<SliceProgress> figure) {
    return recorded().map(SliceSync::progress).mapToLong(figure).sum();
  }

  private Stream<SliceSync<L, W>> recorded() {
    return slices.stream().filter(SliceSync::isRecorded);
  }
}
