package de.qapix.data.store;

import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jooq.exception.DataAccessException;

/**
 * Tries a transaction again that the server has rolled back because another was in its way: a
 * deadlock or a serialization failure (PostgreSQL's manual, 13.5), both of which say that the same
 * transaction may well succeed a moment later.
 */
final class TransactionRetry {

  private static final Set<String> IN_THE_WAY = Set.of("40001", "40P01");
  private static final int ATTEMPTS = 6;
  private static final int FIRST_PAUSE_MILLIS = 20;

  private TransactionRetry() {}

  static <T> T retrying(Supplier<T> transaction) {
    for (int attempt = 1; ; attempt++) {
      try {
        return transaction.get();
      } catch (DataAccessException failure) {
        if (attempt == ATTEMPTS || !IN_THE_WAY.contains(String.valueOf(failure.sqlState()))) {
          throw failure;
        }
        pause(attempt, failure);
      }
    }
  }

  /** Full jitter, so that the two do not meet again. */
  private static void pause(int attempt, DataAccessException failure) {
    long most = (long) FIRST_PAUSE_MILLIS << attempt;
    try {
      TimeUnit.MILLISECONDS.sleep(1 + ThreadLocalRandom.current().nextLong(most));
    } catch (InterruptedException told) {
      Thread.currentThread().interrupt();
      throw failure;
    }
  }
}
