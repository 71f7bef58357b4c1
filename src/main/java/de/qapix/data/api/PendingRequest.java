package de.qapix.data.api;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.apache.hc.core5.concurrent.Cancellable;

/**
 * A request that a thread waits for. What blocks on a socket cannot be interrupted, but any other
 * thread can cancel it.
 */
final class PendingRequest {

  private final ApiRequest request;
  private final TimeBox box;
  private final Duration longest;
  private final Duration began;
  private final Thread waiting = Thread.currentThread();
  private final List<Cancellable> awaited = new ArrayList<>();
  private boolean brokenOff;

  /**
   * Of this thread.
   *
   * @param longest after which it is given up
   */
  PendingRequest(ApiRequest request, TimeBox box, Duration longest) {
    this.request = request;
    this.box = box;
    this.longest = longest;
    this.began = box.spent();
  }

  boolean isOf(Thread thread) {
    return thread == waiting;
  }

  /** This is canceled too if the request is over, at once if it has been already. */
  synchronized void waitFor(Cancellable next) {
    awaited.add(next);
    if (brokenOff) {
      next.cancel();
    }
  }

  /** Cancels all that is waited for if nobody needs the answer any longer. */
  synchronized void breakOffIfOver() {
    if (!brokenOff && (waiting.isInterrupted() || box.passed() || isStalled())) {
      brokenOff = true;
      awaited.forEach(Cancellable::cancel);
    }
  }

  private boolean isStalled() {
    return box.spent().minus(began).compareTo(longest) >= 0;
  }

  /**
   * Asserts that a failure is the connection's.
   *
   * @throws TimeoutException when the time box has ended
   * @throws ApiException when there was no whole answer in time
   * @throws InterruptedException when the thread was told to end
   */
  void assertNotOver() throws InterruptedException, TimeoutException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (box.passed()) {
      throw new TimeoutException(request + ": no time left");
    }
    if (isStalled()) {
      throw ApiException.stalled(request, longest);
    }
  }
}
