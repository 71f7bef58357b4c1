package de.qapix.data.feed;

import de.qapix.data.api.TimeBox;
import java.time.Duration;

/**
 * What the one thread of a run does: asks, waits for the next answer, has done what follows from
 * it, and so on until the work is done or the time is up.
 */
public final class RequestLoop {

  /** How long an answer is waited for before the work is looked at all the same. */
  private static final Duration TICK = Duration.ofMillis(100);

  /** What a run does between two answers. */
  public interface Work {

    boolean isDone();

    /** Asks for what is wanted next, if anything is. */
    default void ask() {}

    /** Whether to take in more of what has come before {@link #answered()} is called. */
    default boolean hasRoom() {
      return false;
    }

    /** Answers have been taken in, or none has come for a while. */
    default void answered() throws InterruptedException {}
  }

  private final RequestPool pool;
  private final TimeBox box;

  public RequestLoop(RequestPool pool, TimeBox box) {
    this.pool = pool;
    this.box = box;
  }

  /**
   * Works until it is done or the time is up: the box has ended, or no request can be made in what
   * is left of it and none is under way.
   *
   * @return whether it is done
   */
  public boolean run(Work work) throws InterruptedException {
    while (!work.isDone()) {
      if (box.passed() || (pool.outOfTime() && pool.idle())) {
        return false;
      }
      if (!pool.outOfTime()) {
        work.ask();
      }
      pool.next(TICK.compareTo(box.left()) < 0 ? TICK : box.left());
      pool.others(work::hasRoom);
      work.answered();
    }
    return true;
  }
}
