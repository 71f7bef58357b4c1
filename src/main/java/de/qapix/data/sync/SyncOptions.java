package de.qapix.data.sync;

import de.qapix.data.store.Sweep;
import java.time.Duration;
import java.util.Optional;

/**
 * What the user asks of a sync.
 *
 * @param limit how long a run may take; zero for no limit
 * @param patience how long to wait for another run to end
 * @param batchSize records in one transaction
 * @param concurrency requests under way at once, at most
 * @param full whether unchanged records are read again too
 * @param maxRejects how many rejected records a run bears
 * @param allowMassDelete whether more than a fifth of a slice may be marked as deleted
 */
public record SyncOptions(
    Window window,
    Duration limit,
    Duration patience,
    int batchSize,
    int concurrency,
    boolean full,
    int maxRejects,
    boolean allowMassDelete) {

  /** Number of the sweep, if it is one for which all is read anew. */
  Optional<Long> full(Sweep sweep) {
    return full ? Optional.of(sweep.id()) : Optional.empty();
  }

  /** What decides whether an unfinished sweep is this one. */
  String key() {
    String days = "daysBack=" + window.daysBack() + ",daysForward=" + window.daysForward();
    return days + (full ? ",full" : "");
  }
}
