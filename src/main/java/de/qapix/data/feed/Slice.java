package de.qapix.data.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A part of the window, small enough for one listing: from its beginning to before its end. */
public record Slice(Instant from, Instant until) {

  private static final Duration LONGEST = Duration.ofDays(30);

  /** Cuts a window from the pivot outwards; the slices nearest to the pivot come first. */
  public static List<Slice> cut(Instant from, Instant until, Instant pivot) {
    List<Slice> slices = new ArrayList<>();
    for (Instant end = min(pivot, until); end.isAfter(from); end = end.minus(LONGEST)) {
      slices.add(new Slice(max(from, end.minus(LONGEST)), end));
    }
    for (Instant begin = max(pivot, from); begin.isBefore(until); begin = begin.plus(LONGEST)) {
      slices.add(new Slice(begin, min(until, begin.plus(LONGEST))));
    }
    slices.sort(Comparator.comparing(slice -> slice.distance(pivot)));
    return slices;
  }

  /** Whether something that starts at this moment is in it. */
  public boolean holds(Instant start) {
    return !start.isBefore(from) && start.isBefore(until);
  }

  private Duration distance(Instant pivot) {
    return from.isBefore(pivot) ? Duration.between(until, pivot) : Duration.between(pivot, from);
  }

  private static Instant min(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Instant max(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }
}
