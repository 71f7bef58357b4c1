package de.qapix.sync;

import de.qapix.store.Counts;
import java.time.Duration;
import java.time.Instant;

/** How a sync ended, failures aside. */
public sealed interface SyncResult {

  /** What was read. */
  Account account();

  /** What was done; in a preview, what a run would do. */
  Counts counts();

  /** The window of the sweep. */
  Instant from();

  Instant until();

  /**
   * Everything in the window was read.
   *
   * @param withheld records that are gone and were not marked as deleted, because they are too many
   */
  record Finished(
      long runId,
      Account account,
      Instant from,
      Instant until,
      Counts counts,
      Duration duration,
      long withheld)
      implements SyncResult {}

  /**
   * The time limit passed first, or a signal came. The next run goes on where this one stopped.
   *
   * @param totalIsLowerBound whether parts of the window have not been listed yet
   * @param interrupted whether it was a signal
   */
  record Paused(
      long runId,
      Account account,
      Instant from,
      Instant until,
      Counts counts,
      Duration duration,
      boolean totalIsLowerBound,
      boolean interrupted)
      implements SyncResult {}

  /**
   * Nothing was written: what a run would do.
   *
   * @param due records that look unchanged and are due for a second look
   * @param totalIsLowerBound whether the time limit passed before all had been listed
   */
  record Previewed(
      Account account,
      Instant from,
      Instant until,
      Counts counts,
      Duration duration,
      long due,
      boolean totalIsLowerBound)
      implements SyncResult {}
}
