package de.qapix.data.sync;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * The thread that writes, one thing after another, while that of the run goes on asking. What
 * follows from it is done by the thread of the run.
 */
final class DatabaseWriter implements AutoCloseable {

  /** What is being written, and what follows from it. */
  private record Work<T>(Future<T> result, Consumer<T> then, Consumer<RuntimeException> failed) {

    void apply() throws InterruptedException {
      T written;
      try {
        written = result.get();
      } catch (ExecutionException failure) {
        if (failure.getCause() instanceof RuntimeException cause) {
          failed.accept(cause);
          return;
        }
        throw new IllegalStateException(failure.getCause());
      }
      then.accept(written);
    }
  }

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread writer = new Thread(work, "qapix-writer");
            writer.setDaemon(true);
            return writer;
          });
  private final Queue<Work<?>> works = new ArrayDeque<>();
  private final Runnable written;

  /**
   * @param written is called by the writing thread when something can be settled
   */
  DatabaseWriter(Runnable written) {
    this.written = written;
  }

  <T> void write(Callable<T> work, Consumer<T> then, Consumer<RuntimeException> failed) {
    Future<T> result = thread.submit(work);
    works.add(new Work<>(result, then, failed));
    thread.execute(written);
  }

  /** Whether nothing is being written, and all that follows is done. */
  boolean isIdle() {
    return works.isEmpty();
  }

  /** Does what follows from all that is written. */
  void applyWritten() throws InterruptedException {
    while (!works.isEmpty() && works.element().result().isDone()) {
      works.remove().apply();
    }
  }

  /**
   * Does what follows from all that is being written, as soon as it is. Nothing is being written
   * any longer when it ends, with a failure too.
   */
  void await() throws InterruptedException {
    RuntimeException first = null;
    while (!works.isEmpty()) {
      try {
        works.remove().apply();
      } catch (RuntimeException failure) {
        if (first == null) {
          first = failure;
        } else if (failure != first) {
          first.addSuppressed(failure);
        }
      }
    }
    if (first != null) {
      throw first;
    }
  }

  @Override
  public void close() {
    thread.shutdown();
  }
}
