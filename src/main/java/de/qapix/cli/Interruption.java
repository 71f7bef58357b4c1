package de.qapix.cli;

import de.qapix.catalog.TableLock;
import de.qapix.data.api.TimeBox;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * What ends a command before it is done. A signal ends its time box, so that the batch in hand is
 * written, the result printed and everything closed; the process waits for that, but not for a
 * database that keeps silent: soon its connections are given up. The same befalls a command whose
 * time is long up. The exit code after a signal is the JVM's, 128 and the signal's number.
 *
 * <p>There is one for the whole process.
 */
public final class Interruption {

  /** Why the connections to the database were given up. */
  public enum Reason {
    /** A signal, after which the database kept silent. */
    SIGNAL,
    /** After a signal, where nothing was to be brought to its end. */
    ABORTED,
    /** Its time was up, and the database kept silent. */
    TIME_UP
  }

  private static final Duration GRACE = Duration.ofMillis(1_400);
  private static final Duration SHORT_GRACE = Duration.ofMillis(250);
  private static final Duration LAST_WORDS = Duration.ofMillis(450);

  /** Our own server is never left running: it answers, so it is waited for. */
  private static final Duration STOPPING = Duration.ofSeconds(20);

  private static final Duration OVERDUE = Duration.ofSeconds(1);
  private static final Duration LOOKING = Duration.ofSeconds(1);
  private static final Duration LOOK = Duration.ofMillis(50);

  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread hook = new Thread(this::interrupt, "qapix-interruption");
  private volatile Optional<TimeBox> box = Optional.empty();
  private volatile Optional<Thread> aborting = Optional.empty();
  private volatile Optional<Reason> reason = Optional.empty();
  private volatile Supplier<List<TableLock>> lockSearch = List::of;
  private volatile List<TableLock> locks = List.of();
  private volatile Runnable giveUp = () -> {};
  private volatile BooleanSupplier server = () -> false;
  private volatile boolean interrupted;
  private volatile boolean unhurried;
  private CountDownLatch ended = new CountDownLatch(0);

  /**
   * From now on a signal waits for the command.
   *
   * @param giveUp gives up what may keep it from ending
   * @param server whether our own server would run on without us
   * @param lockSearch asks the databases for the locks that are in the way
   */
  void begin(Runnable giveUp, BooleanSupplier server, Supplier<List<TableLock>> lockSearch) {
    this.giveUp = giveUp;
    this.lockSearch = lockSearch;
    this.server = server;
    ended = new CountDownLatch(1);
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException already) {
      interrupted = true;
    }
  }

  /** From now on a signal ends this box, and the database is given up some time after its end. */
  public void ends(TimeBox now) {
    box = Optional.of(now);
    if (interrupted) {
      now.stop();
    }
    CountDownLatch end = ended;
    Thread watch = new Thread(() -> watch(now, end), "qapix-overdue");
    watch.setDaemon(true);
    watch.start();
  }

  /**
   * What this thread does from now on, until it closes what it has opened, can be left at any
   * moment: a signal interrupts it, and soon gives up its connections.
   */
  void abortsOnSignal() {
    aborting = Optional.of(Thread.currentThread());
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** What this thread does from now on is not disturbed any more, but for its time box. */
  public void finishesOnSignal() {
    aborting = Optional.empty();
    if (interrupted && Thread.interrupted()) {
      because(Reason.ABORTED);
    }
  }

  private void watch(TimeBox now, CountDownLatch end) {
    try {
      while (!now.passed() || unhurried) {
        long look = Math.max(now.left().toNanos(), LOOK.toNanos());
        if (end.await(look, TimeUnit.NANOSECONDS)) {
          return;
        }
      }
      if (now.stopped() || end.await(OVERDUE.toNanos(), TimeUnit.NANOSECONDS)) {
        return;
      }
      Thread looking = new Thread(() -> locks = lockSearch.get(), "qapix-locks");
      looking.setDaemon(true);
      looking.start();
      if (!end.await(LOOKING.toNanos(), TimeUnit.NANOSECONDS)) {
        giveUp(Reason.TIME_UP);
      }
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    }
  }

  private void giveUp(Reason why) {
    because(why);
    giveUp.run();
  }

  private void because(Reason why) {
    if (reason.isEmpty()) {
      reason = Optional.of(why);
    }
  }

  /** Why a command was left, or its connections given up; empty where neither was. */
  public Optional<Reason> reason() {
    return reason;
  }

  /** The locks that were in the way when the time was up, as far as the database told in time. */
  public List<TableLock> locks() {
    return locks;
  }

  /** Does what no time limit may break off, such as a migration. */
  public void unhurried(Runnable work) {
    unhurried = true;
    try {
      work.run();
    } finally {
      unhurried = false;
    }
  }

  /** All is closed. After a signal, the process still waits for {@link #done}. */
  void end() {
    ended.countDown();
    if (!interrupted) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException already) {
        interrupted = true;
      }
    }
  }

  /**
   * All is said, so that the process may end.
   *
   * @return whether a signal ends it, with its own exit code: nobody else may then ask for another
   *     one, which the JVM would take in the moment between its hooks and its end
   */
  public boolean done() {
    done.countDown();
    return interrupted;
  }

  private void interrupt() {
    interrupted = true;
    box.ifPresent(TimeBox::stop);
    aborting.ifPresent(
        thread -> {
          because(Reason.ABORTED);
          thread.interrupt();
        });
    try {
      if (!await(aborting.isPresent() ? SHORT_GRACE : GRACE)) {
        giveUp(Reason.SIGNAL);
      }
      if (!await(LAST_WORDS) && server.getAsBoolean()) {
        await(STOPPING);
      }
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean await(Duration longest) throws InterruptedException {
    return done.await(longest.toNanos(), TimeUnit.NANOSECONDS);
  }
}
