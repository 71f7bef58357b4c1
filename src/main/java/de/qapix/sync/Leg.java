package de.qapix.sync;

import de.qapix.store.Checkpoint;
import de.qapix.store.Sweep;
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
record Leg(Checkpoint checkpoint, boolean recorded) {

  private static final Duration JUST_BEFORE = Duration.ofDays(1);
  private static final Duration SOON = Duration.ofDays(2);

  /**
   * All legs of a run that goes on with this sweep, or begins it: first what is around now when the
   * sweep is an old one, then its slices, those nearest to its own now first.
   */
  static List<Leg> of(Sweep sweep, Instant now) {
    List<Leg> legs = new ArrayList<>();
    if (!sweep.pivot().equals(now)) {
      legs.add(new Leg(Checkpoint.start(now.minus(JUST_BEFORE), now.plus(SOON)), false));
    }
    for (Slice slice : Slice.cut(sweep.from(), sweep.until(), sweep.pivot())) {
      legs.add(new Leg(checkpoint(sweep, slice), true));
    }
    return legs;
  }

  private static Checkpoint checkpoint(Sweep sweep, Slice slice) {
    return sweep.checkpoints().stream()
        .filter(checkpoint -> checkpoint.from().equals(slice.from()))
        .findFirst()
        .orElseGet(() -> Checkpoint.start(slice.from(), slice.until()));
  }
}
