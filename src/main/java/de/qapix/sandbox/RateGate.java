package de.qapix.sandbox;

import java.util.function.LongSupplier;

/** Refuses requests over the limit, and tells all others how much is left of it. */
final class RateGate implements Gate {

  private final RateLimit limit;
  private final RateWindow window;
  private final Tally tally;
  private final Gate next;

  RateGate(RateLimit limit, LongSupplier ticker, Tally tally, Gate next) {
    this.limit = limit;
    this.window = RateWindow.of(limit, ticker);
    this.tally = tally;
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
    tally.refused();
    return Reply.of(Answer.tooMany());
  }
}
