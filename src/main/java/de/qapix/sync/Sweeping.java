package de.qapix.sync;

import de.qapix.store.Checkpoint;
import de.qapix.store.Standing;
import de.qapix.store.Sweep;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** All slices of a run: those of the sweep, and what is around now when an old sweep goes on. */
final class Sweeping<L extends Listed, W extends Whole> {

  /** How many lists are read side by side. */
  static final int SIDE_BY_SIDE = 8;

  /** Rounds of requests that are listed ahead: enough to go on while the next page comes. */
  private static final int ROUNDS_AHEAD = 8;

  private final Desk<L, W> desk;
  private final Standing before;
  private final List<SliceSync<L, W>> slices;
  private long resumed;

  Sweeping(Desk<L, W> desk, Sweep sweep, Instant now) {
    this.desk = desk;
    this.before = sweep.standing();
    this.slices =
        Leg.of(sweep, now).stream().map(leg -> new SliceSync<>(desk, leg, this::ask)).toList();
  }

  /** Asks for the next pages, as far as enough of those before them is complete. */
  void ask() {
    if (desk.crew().outOfTime()) {
      return;
    }
    slices.stream()
        .filter(slice -> !slice.progress().isListed())
        .limit(SIDE_BY_SIDE)
        .filter(SliceSync::wantsPage)
        .filter(slice -> desk.crew().underway() < ROUNDS_AHEAD * desk.options().concurrency())
        .forEach(SliceSync::ask);
  }

  /** A record that a run before this one had begun is complete. */
  void resumed() {
    resumed++;
  }

  void settle() {
    slices.forEach(SliceSync::settle);
  }

  void advance() {
    slices.stream().filter(slice -> !slice.progress().isFinished()).forEach(SliceSync::advance);
  }

  List<Checkpoint> news() {
    return slices.stream().flatMap(slice -> slice.news().stream()).toList();
  }

  void saved() {
    slices.forEach(SliceSync::saved);
  }

  boolean isFinished() {
    return slices.stream().allMatch(slice -> slice.progress().isFinished());
  }

  /** Whether the number of records in the window is known. */
  boolean isListed() {
    return recorded().allMatch(slice -> slice.progress().isListed());
  }

  /** Until all is listed, what runs before this one have met counts too. */
  long total() {
    long met = sum(SliceProgress::total);
    return isListed() ? met : Math.max(met, before.total());
  }

  long synced() {
    long done = sum(SliceProgress::synced);
    return isListed() ? done : Math.max(done, before.synced() + resumed);
  }

  /** Records of the window, with those that have not been listed yet as far as can be told. */
  OptionalLong known() {
    OptionalLong unlisted = unlisted();
    return unlisted.isEmpty()
        ? unlisted
        : OptionalLong.of(Math.max(total(), sum(SliceProgress::total) + unlisted.getAsLong()));
  }

  /**
   * About how many records of the window have not been listed yet, if they lie as densely as those
   * that have; empty where none of it has been listed.
   */
  OptionalLong unlisted() {
    long listed = sum(progress -> progress.listedStretch().toMillis());
    long unlisted = sum(progress -> progress.unlistedStretch().toMillis());
    if (unlisted == 0) {
      return OptionalLong.of(0);
    }
    return listed == 0
        ? OptionalLong.empty()
        : OptionalLong.of(Math.round((double) sum(SliceProgress::total) * unlisted / listed));
  }

  long withheld() {
    return slices.stream().mapToLong(SliceSync::withheld).sum();
  }

  private long sum(ToLongFunction<SliceProgress> figure) {
    return recorded().map(SliceSync::progress).mapToLong(figure).sum();
  }

  private Stream<SliceSync<L, W>> recorded() {
    return slices.stream().filter(SliceSync::isRecorded);
  }
}
