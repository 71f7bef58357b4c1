package de.qapix.data.sync;

import de.qapix.data.api.ApiUsage;
import de.qapix.data.api.TimeBox;
import java.time.Instant;
import java.util.Optional;

/**
 * Why a run ended before its work was done.
 *
 * @param until when the API's limit lets requests go again; empty unless it is the reason
 */
public record EarlyEnd(Reason reason, Optional<Instant> until) {

  /** What ended it. */
  public enum Reason {
    /** The time limit. */
    TIME,
    /** The API's limit, which would have outlasted the time limit. */
    LIMIT,
    /** A signal. */
    INTERRUPTED
  }

  public static EarlyEnd of(TimeBox box, ApiUsage effort) {
    if (box.stopped()) {
      return new EarlyEnd(Reason.INTERRUPTED, Optional.empty());
    }
    return new EarlyEnd(
        effort.heldUntil().isPresent() ? Reason.LIMIT : Reason.TIME, effort.heldUntil());
  }

  /** Whether it was a signal. */
  public boolean interrupted() {
    return reason == Reason.INTERRUPTED;
  }
}
