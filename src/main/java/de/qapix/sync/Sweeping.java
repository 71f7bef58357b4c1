package de.qapix.sync;

import de.qapix.store.Checkpoint;
import de.qapix.store.Sweep;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** All slices of a run: those of the sweep, and what is around now when an old sweep goes on. */
final class Sweeping<L extends Listed, W extends Whole> {

  private static final int LISTINGS_SIDE_BY_SIDE = 3;
  private static final Duration JUST_BEFORE = Duration.ofDays(1);
  private static final Duration SOON = Duration.ofDays(2);

  /** Records listed ahead of what is complete. */
  private static final int AHEAD = 2_000;

  private final Desk<L, W> desk;
  private final List<SliceSync<L, W>> slices = new ArrayList<>();

  Sweeping(Desk<L, W> desk, Sweep sweep, Instant now) {
    this.desk = desk;
    if (!sweep.pivot().equals(now)) {
      slices.add(
          new SliceSync<>(desk, Checkpoint.start(now.minus(JUST_BEFORE), now.plus(SOON)), false));
    }
    for (Slice slice : Slice.cut(sweep.from(), sweep.until(), sweep.pivot())) {
      slices.add(new SliceSync<>(desk, checkpoint(sweep, slice), true));
    }
  }

  private static Checkpoint checkpoint(Sweep sweep, Slice slice) {
    return sweep.checkpoints().stream()
        .filter(checkpoint -> checkpoint.from().equals(slice.from()))
        .findFirst()
        .orElseGet(() -> Checkpoint.start(slice.from(), slice.until()));
  }

  /** Asks for the next pages, as far as enough of those before them is complete. */
  void ask() {
    slices.stream()
        .filter(slice -> !slice.isListed())
        .limit(LISTINGS_SIDE_BY_SIDE)
        .filter(SliceSync::wantsPage)
        .filter(slice -> desk.crew().underway() < AHEAD)
        .forEach(SliceSync::ask);
  }

  void settle() {
    slices.forEach(SliceSync::settle);
  }

  void advance() {
    slices.stream().filter(slice -> !slice.isFinished()).forEach(SliceSync::advance);
  }

  List<Checkpoint> news() {
    return slices.stream().flatMap(slice -> slice.news().stream()).toList();
  }

  void saved() {
    slices.forEach(SliceSync::saved);
  }

  boolean isFinished() {
    return slices.stream().allMatch(SliceSync::isFinished);
  }

  /** Whether the number of records in the window is known. */
  boolean isListed() {
    return slices.stream().filter(SliceSync::isRecorded).allMatch(SliceSync::isListed);
  }

  long total() {
    return slices.stream().filter(SliceSync::isRecorded).mapToLong(SliceSync::total).sum();
  }

  long synced() {
    return slices.stream().filter(SliceSync::isRecorded).mapToLong(SliceSync::synced).sum();
  }

  long withheld() {
    return slices.stream().mapToLong(SliceSync::withheld).sum();
  }
}
