package de.qapix.data.verify;

import java.util.SplittableRandom;

/**
 * A share of all records, chosen at random; the same seed chooses the same records, in whatever
 * order they come.
 *
 * @param share from 0 to 1
 */
public record Sample(double share, long seed) {

  boolean holds(String key) {
    return new SplittableRandom(seed ^ ((long) key.hashCode() << 32)).nextDouble() < share;
  }
}
