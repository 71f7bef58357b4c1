package de.qapix.store;

import java.time.Instant;
import java.util.List;

/**
 * How far a sweep has come in one slice of its window.
 *
 * @param doneUntil every record that starts before this moment is done
 * @param doneCount how many these are
 * @param missing keys of stored records before that moment that the listing did not show
 * @param spotless whether no record of the slice was rejected
 * @param finished whether the slice was read to its end
 */
public record Checkpoint(
    Instant from,
    Instant until,
    Instant doneUntil,
    long doneCount,
    List<String> missing,
    boolean spotless,
    boolean finished) {

  public Checkpoint {
    missing = List.copyOf(missing);
  }

  /** Where a sweep stands in a slice that it has not begun. */
  public static Checkpoint start(Instant from, Instant until) {
    return new Checkpoint(from, until, from, 0, List.of(), true, false);
  }
}
