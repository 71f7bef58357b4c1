package de.qapix.store;

/**
 * What a run has done.
 *
 * @param total records known to be in the window of the sweep
 * @param synced of these, how many the sweep has brought up to date, this run and those before
 * @param added records this run wrote for the first time
 * @param updated records this run wrote because something about them had changed
 * @param unchanged records this run compared and left alone
 * @param removed records this run marked as deleted
 * @param rejected records this run could not read or write
 * @param requests requests this run made
 */
public record Counts(
    long total,
    long synced,
    long added,
    long updated,
    long unchanged,
    long removed,
    long rejected,
    long requests) {

  /** Nothing but requests. */
  public static Counts none(long requests) {
    return new Counts(0, 0, 0, 0, 0, 0, 0, requests);
  }
}
