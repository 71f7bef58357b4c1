package de.qapix.data.feed;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The threads that wait for answers. What follows from an answer is put into a mailbox and done by
 * the one thread that runs the sync, so nothing but the mailbox is shared.
 */
final class RequestPool implements AutoCloseable {

  private static final ThreadFactory DAEMONS =
      work -> {
        Thread thread = new Thread(work, "qapix-request");
        thread.setDaemon(true);
        return thread;
      };

  private final ExecutorService listers;
  private final ExecutorService readers;
  private final BlockingQueue<Runnable> mailbox = new LinkedBlockingQueue<>();
  private final AtomicInteger underway = new AtomicInteger();
  private volatile boolean outOfTime;

  RequestPool(int listers, int readers) {
    this.listers = Executors.newFixedThreadPool(listers, DAEMONS);
    this.readers = Executors.newFixedThreadPool(readers, DAEMONS);
  }

  /** Asks for a page. */
  <T> void list(Callable<T> request, Consumer<T> then, Consumer<RuntimeException> failed) {
    execute(listers, request, then, failed);
  }

  /** Asks for what belongs to a record. */
  <T> void read(Callable<T> request, Consumer<T> then, Consumer<RuntimeException> failed) {
    execute(readers, request, then, failed);
  }

  /** Has {@link #next} come back at once; from any thread. */
  void wake() {
    mailbox.add(() -> {});
  }

  /** When the run is at its end, nothing new is begun: what is not asked for is not done. */
  private <T> void execute(
      ExecutorService threads,
      Callable<T> request,
      Consumer<T> then,
      Consumer<RuntimeException> failed) {
    if (!threads.isShutdown()) {
      underway.incrementAndGet();
      threads.execute(() -> work(request, then, failed));
    }
  }

  private <T> void work(Callable<T> request, Consumer<T> then, Consumer<RuntimeException> failed) {
    try {
      T answer = request.call();
      mailbox.add(() -> then.accept(answer));
    } catch (TimeoutException timeIsUp) {
      outOfTime = true;
      mailbox.add(() -> {});
    } catch (InterruptedException told) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException failure) {
      mailbox.add(() -> failed.accept(failure));
    } catch (Throwable unexpected) {
      mailbox.add(
          () -> {
            throw new IllegalStateException(unexpected);
          });
    } finally {
      underway.decrementAndGet();
    }
  }

  /** Whether a request could not be made, or not be waited for, in the time that is left. */
  boolean outOfTime() {
    return outOfTime;
  }

  /** Whether no answer is waited for any longer. */
  boolean idle() {
    return underway.get() == 0 && mailbox.isEmpty();
  }

  /** How many answers are waited for. */
  int underway() {
    return underway.get();
  }

  /** Does what follows from the next answer, if one comes in this time. */
  void next(Duration longest) throws InterruptedException {
    Runnable next = mailbox.poll(longest.toNanos(), TimeUnit.NANOSECONDS);
    if (next != null) {
      next.run();
    }
  }

  /** Does what follows from answers that are there already, as long as there is room for more. */
  void others(BooleanSupplier room) {
    while (room.getAsBoolean() && !mailbox.isEmpty()) {
      mailbox.remove().run();
    }
  }

  /** Does what follows from the answers that are there already. */
  void finish() {
    close();
    others(() -> true);
  }

  @Override
  public void close() {
    listers.shutdownNow();
    readers.shutdownNow();
  }
}
