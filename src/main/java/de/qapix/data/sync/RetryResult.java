package de.qapix.data.sync;

import de.qapix.data.store.KnownReject;
import java.util.List;

/**
 * What became of rejected records that were tried again.
 *
 * @param runId the run that tried them
 * @param cleared those that are written now, or that the API no longer has
 * @param left those that are still rejected, as they stand now
 * @param interrupted whether a signal came first
 * @param requests that were made
 */
public record RetryResult(
    long runId,
    List<KnownReject> cleared,
    List<KnownReject> left,
    boolean interrupted,
    int requests) {

  public RetryResult {
    cleared = List.copyOf(cleared);
    left = List.copyOf(left);
  }
}
