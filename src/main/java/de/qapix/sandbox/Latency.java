package de.qapix.sandbox;

import de.qapix.sandbox.meetings.SeededChance;
import java.time.Duration;

/** How long answers take: any time in a range, both ends included. */
public record Latency(Duration least, Duration most) {

  /** Answers come as soon as they can. */
  public static final Latency NONE = of(Duration.ZERO);

  public Latency {
    if (least.isNegative() || most.compareTo(least) < 0) {
      throw new IllegalArgumentException("latency");
    }
  }

  /** Always the same. */
  public static Latency of(Duration always) {
    return new Latency(always, always);
  }

  /**
   * How long this answer takes.
   *
   * @param number of the request
   */
  Duration of(long seed, long number) {
    return SeededChance.between(least, most, SeededChance.of(seed, number));
  }
}
