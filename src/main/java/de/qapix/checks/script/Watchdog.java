package de.qapix.checks.script;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Ends work that takes too long, from outside: a script may lift any limit the server has. */
public final class Watchdog implements AutoCloseable {

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread watching = new Thread(work, "qapix-watchdog");
            watching.setDaemon(true);
            return watching;
          });
  private volatile boolean timeIsUp;

  /** Ends it after a time, from a thread of its own. */
  public Watchdog(Duration limit, Runnable end) {
    var unused =
        thread.schedule(
            () -> {
              timeIsUp = true;
              end.run();
            },
            limit.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  /** Whether it has ended it. */
  public boolean timeIsUp() {
    return timeIsUp;
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
