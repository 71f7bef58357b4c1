package de.qapix.data.api;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * How many requests may be under way at once: as many as the user allows, half of them after each
 * sign that the API is overloaded, and one more again for each round of answers without trouble.
 */
final class ConcurrencyLimit {

  private final int most;
  private final LongSupplier ticker;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private double open;
  private int used;
  private long halvedAt;

  ConcurrencyLimit(int most, LongSupplier ticker) {
    this.most = most;
    this.ticker = ticker;
    this.open = most;
    this.halvedAt = ticker.getAsLong();
  }

  /**
   * Waits until one more may be under way.
   *
   * @return whether it may in this time
   */
  boolean enter(Duration longest) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = longest.toNanos();
      while (used >= (int) open) {
        if (left <= 0) {
          return false;
        }
        left = changed.awaitNanos(left);
      }
      used++;
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** A request is over, whatever came of it. */
  void leave() {
    lock.lock();
    try {
      used--;
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  /** The API has answered. */
  void answered() {
    lock.lock();
    try {
      open = Math.min(most, open + 1 / open);
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  /**
   * The API is overloaded. Requests that were under way together tell the same trouble, which
   * counts once.
   *
   * @param sentAt when the request was made that met with it, on the ticker
   */
  void overloaded(long sentAt) {
    lock.lock();
    try {
      if (sentAt - halvedAt >= 0) {
        open = Math.max(1, open / 2);
        halvedAt = ticker.getAsLong();
      }
    } finally {
      lock.unlock();
    }
  }

  /** How many requests may be under way at present. */
  int open() {
    lock.lock();
    try {
      return (int) open;
    } finally {
      lock.unlock();
    }
  }
}
