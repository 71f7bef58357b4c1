package de.qapix.checks.scan;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** Does the same to many things, on several threads at once. */
final class ParallelMap {

  /** Code can be nested deeply. */
  private static final long STACK = 64 << 20;

  private static final int MOST = 4;

  private ParallelMap() {}

  /** One thread's tools. */
  interface Worker<T, R> extends AutoCloseable {

    R work(T thing);

    @Override
    default void close() throws SQLException {}
  }

  /** Makes the tools, on the thread that will use them. */
  interface WorkerFactory<T, R> {
    Worker<T, R> begin() throws Exception;
  }

  /**
   * Works on all of them; the results have the order of the things.
   *
   * @param each for how many things another thread is worth its while
   * @param told is told by each thread, after each thing, how many are done
   */
  static <T, R> List<R> work(List<T> things, int each, WorkerFactory<T, R> begin, IntConsumer told)
      throws InterruptedException {
    int threads = Math.min(Runtime.getRuntime().availableProcessors(), MOST);
    int hands = Math.max(1, Math.min(threads, things.size() / each));
    AtomicInteger next = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    Object[] results = new Object[things.size()];
    ThreadFactory factory = task -> new Thread(null, task, "qapix-queries", STACK);
    ExecutorService pool = Executors.newFixedThreadPool(hands, factory);
    try {
      List<Future<?>> futures = new ArrayList<>();
      for (int hand = 0; hand < hands; hand++) {
        futures.add(
            pool.submit(
                () ->
                    work(things, next, results, begin, () -> told.accept(done.incrementAndGet()))));
      }
      for (Future<?> future : futures) {
        future.get();
      }
    } catch (ExecutionException failure) {
      throw unwrapped(failure);
    } finally {
      pool.shutdownNow();
    }
    List<R> all = new ArrayList<>();
    for (Object result : results) {
      @SuppressWarnings("unchecked")
      R typed = (R) result;
      all.add(typed);
    }
    return all;
  }

  private static <T, R> Void work(
      List<T> things,
      AtomicInteger next,
      Object[] results,
      WorkerFactory<T, R> begin,
      Runnable told)
      throws Exception {
    try (Worker<T, R> hand = begin.begin()) {
      int at = next.getAndIncrement();
      while (at < results.length && !Thread.interrupted()) {
        results[at] = hand.work(things.get(at));
        told.run();
        at = next.getAndIncrement();
      }
      return null;
    }
  }

  private static RuntimeException unwrapped(ExecutionException failure) {
    if (failure.getCause() instanceof RuntimeException cause) {
      return cause;
    }
    if (failure.getCause() instanceof Error error) {
      throw error;
    }
    return new IllegalStateException(failure.getCause());
  }
}
