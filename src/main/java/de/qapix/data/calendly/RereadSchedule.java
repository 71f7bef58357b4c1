package de.qapix.data.calendly;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When an event is looked at again although it looks unchanged: no-shows and notes come after the
 * meeting and may not touch its {@code updated_at}.
 */
final class RereadSchedule {

  private static final List<Duration> AFTER_THE_END =
      List.of(
          Duration.ofHours(1),
          Duration.ofDays(1),
          Duration.ofDays(3),
          Duration.ofDays(7),
          Duration.ofDays(14));

  private RereadSchedule() {}

  /** The next look after one at {@code readAt}; empty when that was the last one. */
  static Optional<Instant> next(Instant end, Instant readAt) {
    return AFTER_THE_END.stream().map(end::plus).filter(readAt::isBefore).findFirst();
  }
}
