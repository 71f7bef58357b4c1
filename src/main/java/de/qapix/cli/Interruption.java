package de.qapix.cli;

import de.qapix.api.TimeBox;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What a signal does to a command: its time box ends now, and the process waits until the batch in
 * hand is written, the result is printed and everything is closed. The exit code is the JVM's, 128
 * and the signal's number.
 */
final class Interruption implements AutoCloseable {

  private static final long LONGEST_SECONDS = 20;

  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread hook = new Thread(this::interrupt, "qapix-interruption");
  private volatile Optional<TimeBox> box = Optional.empty();
  private volatile boolean interrupted;

  Interruption() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** From now on a signal ends this box. */
  void ends(TimeBox now) {
    box = Optional.of(now);
    if (interrupted) {
      now.stop();
    }
  }

  private void interrupt() {
    interrupted = true;
    box.ifPresent(TimeBox::stop);
    try {
      done.await(LONGEST_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    done.countDown();
    if (!interrupted) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException already) {
        interrupted = true;
      }
    }
  }
}
