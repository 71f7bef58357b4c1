package de.qapix.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One answer, whole.
 *
 * @param body decoded as UTF-8, with U+FFFD for what is not
 */
record Answer(int status, HttpHeaders headers, String body) {

  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
  private static final Duration DEFAULT_RESET = Duration.ofSeconds(60);

  static Answer of(HttpResponse<byte[]> response) {
    return new Answer(
        response.statusCode(), response.headers(), new String(response.body(), UTF_8));
  }

  OptionalInt limit() {
    return number("X-RateLimit-Limit");
  }

  OptionalInt remaining() {
    return number("X-RateLimit-Remaining");
  }

  /** Seconds until the window ends, at most; 60 where the API does not say. */
  Duration reset() {
    OptionalInt seconds = number("X-RateLimit-Reset");
    return seconds.isPresent() && seconds.getAsInt() <= 3600
        ? Duration.ofSeconds(seconds.getAsInt())
        : DEFAULT_RESET;
  }

  /**
   * How long the API wants us to wait after it has said "slow down"; empty where that follows from
   * the limit, or where it does not say.
   */
  Optional<Duration> pause(Instant now) {
    Optional<Duration> asked = retryAfter(now);
    boolean usedUp = limit().isPresent() && remaining().orElse(1) == 0;
    if (asked.isEmpty() && remaining().isPresent() && !usedUp) {
      asked = Optional.of(reset());
    }
    return asked.map(pause -> pause.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : pause);
  }

  /** Whether it asks us to make no request for a while. */
  boolean saysSlowDown() {
    return status == 429 || (status == 503 && headers.firstValue("Retry-After").isPresent());
  }

  /** Retry-After, in seconds or as a date. */
  private Optional<Duration> retryAfter(Instant now) {
    OptionalInt seconds = number("Retry-After");
    if (seconds.isPresent()) {
      return Optional.of(Duration.ofSeconds(seconds.getAsInt()));
    }
    return headers.firstValue("Retry-After").flatMap(date -> until(date, now));
  }

  private static Optional<Duration> until(String date, Instant now) {
    try {
      Instant moment = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(Duration.between(now, moment));
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  private OptionalInt number(String header) {
    String value = headers.firstValue(header).orElse("").strip();
    return value.matches("\\d{1,9}")
        ? OptionalInt.of(Integer.parseInt(value))
        : OptionalInt.empty();
  }
}
