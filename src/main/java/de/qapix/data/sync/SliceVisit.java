package de.qapix.data.sync;

import de.qapix.data.feed.Slice;
import de.qapix.data.store.Checkpoint;
import de.qapix.data.store.Sweep;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A slice as a run goes through it.
 *
 * @param checkpoint where it begins
 * @param recorded whether this is part of the sweep; else it is only refreshed
 */
record SliceVisit(Checkpoint checkpoint, boolean recorded) {

  private static final Duration JUST_BEFORE = Duration.ofDays(1);
  private static final Duration SOON = Duration.ofDays(2);

  /**
   * All visits of a run that goes on with this sweep, or begins it: first what is around now when
   * the sweep is an old one, then its slices, those nearest to its own now first.
   */
  static List<SliceVisit> of(Sweep sweep, Instant now) {
    List<SliceVisit> visits = new ArrayList<>();
    if (!sweep.pivot().equals(now)) {
      visits.add(new SliceVisit(Checkpoint.start(now.minus(JUST_BEFORE), now.plus(SOON)), false));
    }
    for (Slice slice : Slice.cut(sweep.from(), sweep.until(), sweep.pivot())) {
      visits.add(new SliceVisit(checkpoint(sweep, slice), true));
    }
    return visits;
  }

  private static Checkpoint checkpoint(Sweep sweep, Slice slice) {
    return sweep.checkpoints().stream()
        .filter(checkpoint -> checkpoint.from().equals(slice.from()))
        .findFirst()
        .orElseGet(() -> Checkpoint.start(slice.from(), slice.until()));
  }

  /** The part of the slice that is still to be listed. */
  Slice ahead() {
    return new Slice(checkpoint.doneUntil(), checkpoint.until());
  }
}
