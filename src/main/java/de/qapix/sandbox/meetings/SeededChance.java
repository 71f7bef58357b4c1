package de.qapix.sandbox.meetings;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Chances that turn out the same each time, by a seed and what they are about. */
public final class SeededChance {

  private SeededChance() {}

  public static RandomGenerator of(long seed, long about) {
    return new SplittableRandom((seed * 0x9E3779B97F4A7C15L ^ about) * 0xBF58476D1CE4E5B9L);
  }

  public static RandomGenerator of(long seed, String about) {
    long hash = 1_125_899_906_842_597L;
    for (int i = 0; i < about.length(); i++) {
      hash = 31 * hash + about.charAt(i);
    }
    return of(seed, hash);
  }

  public static Duration between(Duration least, Duration most, RandomGenerator random) {
    long range = most.minus(least).toNanos();
    return least.plusNanos(range == 0 ? 0 : random.nextLong(range + 1));
  }
}
