package de.qapix.data.store;

import java.time.Instant;
import java.util.List;

/**
 * One pass through a window, in one run or several.
 *
 * @param pivot the moment from which the window was cut into slices
 * @param checkpoints of the slices that it has begun; a slice that is not here is untouched
 * @param standing how far its runs have come together
 */
public record Sweep(
    long id,
    Instant from,
    Instant until,
    Instant pivot,
    List<Checkpoint> checkpoints,
    SweepProgress standing) {

  public Sweep {
    checkpoints = List.copyOf(checkpoints);
  }

  /** One that no run has been at. */
  public static Sweep begun(long id, Instant from, Instant until, Instant pivot) {
    return new Sweep(id, from, until, pivot, List.of(), SweepProgress.NONE);
  }
}
