package de.qapix.data.api;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When a failed request is tried again: only where that can help, with full jitter, so that many
 * requests that failed together do not come back together.
 */
final class Retry {

  private static final int ATTEMPTS = 5;
  private static final int ATTEMPTS_WHEN_THROTTLED = 20;
  private static final Duration FIRST = Duration.ofMillis(300);
  private static final Duration LONGEST = Duration.ofSeconds(8);

  private final RandomGenerator random;

  Retry(RandomGenerator random) {
    this.random = random;
  }

  /**
   * How long to wait before the next attempt; empty when there should be none. After "slow down"
   * the rate budget knows how long to wait, and the pause here is zero.
   *
   * @param attempt number of the attempt that failed, from 1
   */
  Optional<Duration> pauseAfter(int attempt, ApiException failure) {
    if (failure.kind() == ApiException.Kind.THROTTLED) {
      return attempt < ATTEMPTS_WHEN_THROTTLED ? Optional.of(Duration.ZERO) : Optional.empty();
    }
    if (!failure.worthRetrying() || attempt >= ATTEMPTS) {
      return Optional.empty();
    }
    Duration ceiling = FIRST.multipliedBy(1L << (attempt - 1));
    long most = Math.min(ceiling.toMillis(), LONGEST.toMillis());
    return Optional.of(Duration.ofMillis(1 + random.nextLong(most)));
  }
}
