package de.qapix.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import tools.jackson.databind.JsonNode;

/**
 * The fewest requests that a sync can do with.
 *
 * @param lists pages of all slices, at least one each
 * @param chain pages of the longest slice, which can only be read one after the other
 * @param invitees pages of invitees
 */
record Minimum(long lists, long chain, long invitees) {

  /** Who we are, which role we have, the event types. */
  static final int FIXED = 3;

  private static final Duration SLICE = Duration.ofDays(30);
  private static final int PAGE = 100;

  /**
   * Of a window that is cut into slices of 30 days, outward from now.
   *
   * @param events all of the window
   * @param wanted those of them whose invitees have to be read
   */
  static Minimum of(
      Instant from,
      Instant now,
      Instant until,
      Collection<JsonNode> events,
      Collection<JsonNode> wanted) {
    long lists = 0;
    long chain = 0;
    for (Instant begin = now; begin.isBefore(until); begin = begin.plus(SLICE)) {
      long pages = pages(events, begin, min(begin.plus(SLICE), until));
      lists += pages;
      chain = Math.max(chain, pages);
    }
    for (Instant end = now; end.isAfter(from); end = end.minus(SLICE)) {
      Instant begin = end.minus(SLICE).isBefore(from) ? from : end.minus(SLICE);
      long pages = pages(events, begin, end);
      lists += pages;
      chain = Math.max(chain, pages);
    }
    long invitees =
        wanted.stream()
            .mapToLong(event -> pages(event.path("invitees_counter").path("total").intValue()))
            .sum();
    return new Minimum(lists, chain, invitees);
  }

  private static Instant min(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static long pages(Collection<JsonNode> events, Instant from, Instant until) {
    return Math.max(
        1,
        pages(
            events.stream()
                .map(event -> Instant.parse(event.path("start_time").asString()))
                .filter(start -> !start.isBefore(from) && start.isBefore(until))
                .count()));
  }

  private static long pages(long records) {
    return (records + PAGE - 1) / PAGE;
  }

  long requests() {
    return FIXED + lists + invitees;
  }

  /** Seconds that it takes at best when answers are slow and nothing else costs time. */
  double idealSeconds(double latencySeconds, int concurrency) {
    return (2 + chain) * latencySeconds + invitees * latencySeconds / concurrency;
  }
}
