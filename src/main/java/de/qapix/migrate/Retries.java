package de.qapix.migrate;

import de.qapix.catalog.TableLock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jooq.exception.DataAccessException;

/** Tries again when a lock was not to be had, so that nobody has to queue behind a migration. */
final class Retries {

  private final LockTimeouts patience;
  private final FlywayFailures failures;
  private final Supplier<Optional<TableLock>> blocker;

  Retries(LockTimeouts patience, Supplier<Optional<TableLock>> blocker) {
    this.patience = patience;
    this.failures = new FlywayFailures(blocker);
    this.blocker = blocker;
  }

  /** Does the work, which must be able to start over, as often as patience allows. */
  <T> T run(MigrationWatch watch, Supplier<T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return work.get();
      } catch (RuntimeException failure) {
        if (attempt >= patience.attempts() || !isWorthwhile(failure)) {
          throw failures.sorted(failure);
        }
      }
      watch.retrying(attempt + 1, patience.attempts(), blocker.get());
      pause();
    }
  }

  /** Does work that nothing depends on once: who waits for a lock has been told soon. */
  <T> T once(Supplier<T> work) {
    try {
      return work.get();
    } catch (RuntimeException failure) {
      throw FlywayFailures.isLockTimeout(failure) ? failure : failures.sorted(failure);
    }
  }

  /** Whether the same may succeed a little later. What was tried often enough is not. */
  static boolean isWorthwhile(RuntimeException failure) {
    return !(failure instanceof MigrationException) && FlywayFailures.isLockTimeout(failure);
  }

  /** Between half and one and a half of the mean, so that two who collide do not collide again. */
  private void pause() {
    Duration mean = patience.pause();
    long millis = mean.toMillis() / 2 + ThreadLocalRandom.current().nextLong(mean.toMillis() + 1);
    try {
      Thread.sleep(millis);
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new DataAccessException("interrupted while waiting for a lock", interruption);
    }
  }
}
