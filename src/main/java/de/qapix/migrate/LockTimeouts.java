package de.qapix.migrate;

import java.time.Duration;

/**
 * How long a migration waits, and for what. A statement that waits for a lock makes all others wait
 * behind it, so it gives up early and tries again later.
 *
 * @param lockTimeout how long one statement waits for a lock
 * @param attempts how often it is tried before the migration fails
 * @param pause the mean time between two attempts
 * @param statementTimeout how long one statement may run
 * @param turn how long to wait for another migrate that is at work
 */
public record LockTimeouts(
    Duration lockTimeout, int attempts, Duration pause, Duration statementTimeout, Duration turn) {

  /** Gives up after about a minute of tries, or a quarter of an hour behind another migrate. */
  public static LockTimeouts usual() {
    return new LockTimeouts(
        Duration.ofSeconds(2),
        10,
        Duration.ofSeconds(3),
        Duration.ofMinutes(10),
        Duration.ofMinutes(15));
  }
}
