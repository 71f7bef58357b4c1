package de.qapix.data.store;

import java.time.Duration;

/**
 * What a run has done.
 *
 * @param total records known to be in the window of the sweep
 * @param synced of these, how many the sweep has brought up to date, this run and those before, at
 *     least; never less than the run before it said, never more than the total
 * @param added records this run wrote for the first time
 * @param updated records this run wrote because something about them had changed
 * @param unchanged records this run compared and left alone
 * @param removed records this run marked as deleted, and no run before it
 * @param rejected records this run could not read or write
 * @param heldBack records that are gone from the lists and that this run left as they are
 * @param requests requests this run made
 * @param waited how long requests of this run had to wait for the limit or before a try again
 */
public record Counts(
    long total,
    long synced,
    long added,
    long updated,
    long unchanged,
    long removed,
    long rejected,
    WithheldDeletions heldBack,
    long requests,
    Duration waited) {

  /** Nothing but requests. */
  public static Counts none(long requests, Duration waited) {
    return new Counts(0, 0, 0, 0, 0, 0, 0, WithheldDeletions.NOTHING, requests, waited);
  }
}
