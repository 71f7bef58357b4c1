package de.qapix.data.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A run as the history knows it.
 *
 * @param account URI of the user whose token it used; empty when it did not get to know
 * @param scope URI of the organization or user whose records it listed
 * @param from begin of the window; empty when it had none
 * @param until end of the window
 * @param startedAt by its machine's clock
 * @param endedAt empty while it runs and when it died
 * @param limitedUntil until when the API's limit held it back; empty unless that ended it
 * @param counts what it had done when it last wrote something
 * @param error why it failed
 */
public record PastRun(
    long id,
    RunHost machine,
    Optional<String> account,
    Optional<String> scope,
    Optional<Instant> from,
    Optional<Instant> until,
    Instant startedAt,
    Optional<Instant> endedAt,
    RunOutcome outcome,
    Optional<Instant> limitedUntil,
    Counts counts,
    Optional<String> error) {

  /** How long it took, or has taken up to now; empty when it died. */
  public Optional<Duration> duration(Instant now) {
    Optional<Instant> end = outcome == RunOutcome.RUNNING ? Optional.of(now) : endedAt;
    return end.map(moment -> Duration.between(startedAt, moment));
  }
}
