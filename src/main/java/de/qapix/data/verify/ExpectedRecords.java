package de.qapix.data.verify;

import de.qapix.data.store.Sweep;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a database has to hold as of the sweeps that were finished.
 *
 * @param finished the last one of each set of options
 * @param now when the list was read
 */
public record ExpectedRecords(List<Sweep> finished, Instant now) {

  public ExpectedRecords {
    finished = List.copyOf(finished);
  }

  /**
   * Whether a record that is not stored is work for the next sync and no error: it changed, or came
   * into the window as time went on, after the last sweep that could have seen it.
   */
  public boolean newer(Instant start, Instant changedAt) {
    List<Sweep> covering = finished.stream().filter(sweep -> covers(sweep, start)).toList();
    if (!covering.isEmpty()) {
      return covering.stream().allMatch(sweep -> changedAt.isAfter(sweep.pivot()));
    }
    return finished.stream().anyMatch(sweep -> hasEntered(sweep, start))
        || (!finished.isEmpty()
            && finished.stream().allMatch(sweep -> changedAt.isAfter(sweep.pivot())));
  }

  private static boolean covers(Sweep sweep, Instant start) {
    return !start.isBefore(sweep.from()) && start.isBefore(sweep.until());
  }

  private boolean hasEntered(Sweep sweep, Instant start) {
    Instant end = sweep.until().plus(Duration.between(sweep.pivot(), now));
    return !start.isBefore(sweep.until()) && start.isBefore(end);
  }
}
