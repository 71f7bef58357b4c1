package de.qapix.data.sync;

import de.qapix.data.api.ApiUsage;
import de.qapix.data.store.Account;
import de.qapix.data.store.Counts;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How a sync ended, failures aside. */
public sealed interface SyncResult {

  /** What was done; in a preview, what a run would do. */
  Report report();

  /**
   * What every result tells.
   *
   * @param from begin of the sweep's window
   * @param until its end
   * @param duration from the opening of the time box on
   * @param effort how hard the API was worked
   * @param totalIsLowerBound whether parts of the window have not been listed yet
   * @param sweepRejected what the sweep could not read or write, in this run and those before
   * @param unattended stored records of the window that nobody keeps up to date any more, because
   *     the account may list less than before
   */
  record Report(
      Account account,
      Instant from,
      Instant until,
      Counts counts,
      Duration duration,
      ApiUsage effort,
      boolean totalIsLowerBound,
      long sweepRejected,
      long unattended) {}

  /** Everything in the window was read. */
  record Finished(long runId, Report report) implements SyncResult {}

  /**
   * The time limit passed first, or the API's limit would have outlasted it, or a signal came. The
   * next run goes on where this one stopped.
   *
   * @param left what is left to do; empty where too little is known to tell
   * @param stalledAt a moment at which more records start than the run could list, so that it got
   *     no further, as no run with the same time limit would; empty where there is none
   */
  record Paused(
      long runId,
      Report report,
      EarlyEnd earlyEnd,
      Optional<Left> left,
      Optional<Instant> stalledAt)
      implements SyncResult {}

  /**
   * What is left of a sweep.
   *
   * @param share that is done, 0 to 1
   */
  record Left(double share, Forecast forecast) {}

  /**
   * Nothing was written: what a run would do.
   *
   * @param earlyEnd why not everything could be listed; empty where it was
   * @param due records that look unchanged and are due for a second look
   * @param missing records that would be asked for because the list does not show them any more
   * @param forecast what a run would cost, from its first request to its last
   */
  record Previewed(
      Report report, Optional<EarlyEnd> earlyEnd, long due, long missing, Forecast forecast)
      implements SyncResult {}
}
