package de.qapix.checks.scratch;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Ends work that takes too long, from outside: a script may lift any limit the server has. */
final class Watchdog implements AutoCloseable {

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread dog = new Thread(work, "qapix-watchdog");
            dog.setDaemon(true);
            return dog;
          });
  private volatile boolean barked;

  Watchdog(Duration limit, Runnable end) {
    var unused =
        thread.schedule(
            () -> {
              barked = true;
              end.run();
            },
            limit.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  /** Whether the time was up. */
  boolean barked() {
    return barked;
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
