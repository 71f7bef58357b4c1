package de.qapix.sandbox;

import de.qapix.sandbox.limit.RateLimit;
import de.qapix.sandbox.limit.RateWindow;
import java.util.function.LongSupplier;

/** Refuses requests over the limit, and tells all others how much is left of it. */
final class RateLimitHandler implements Handler {

  private final RateLimit limit;
  private final RateWindow window;
  private final RequestCounts counts;
  private final Handler next;

  RateLimitHandler(RateLimit limit, LongSupplier ticker, RequestCounts counts, Handler next) {
    this.limit = limit;
    this.window = RateWindow.of(limit, ticker);
    this.counts = counts;
    this.next = next;
  }

  @Override
  public Reply answer(Request request) {
    if (limit.isNone()) {
      return next.answer(request);
    }
    int remaining = window.use();
    return (remaining < 0 ? refused() : next.answer(request))
        .with("X-RateLimit-Limit", String.valueOf(limit.requests()))
        .with("X-RateLimit-Remaining", String.valueOf(Math.max(0, remaining)))
        .with("X-RateLimit-Reset", String.valueOf(limit.reset()));
  }

  private Reply refused() {
    counts.refused();
    return Reply.of(SimulatedAnswer.tooMany());
  }
}
