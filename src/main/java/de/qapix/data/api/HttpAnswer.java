package de.qapix.data.api;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.MessageHeaders;

/**
 * One answer, whole.
 *
 * @param body without the token, should it be echoed; U+FFFD for what is not UTF-8
 * @param redirect where it points to, without the query, which may hold secrets; empty for nowhere
 */
record HttpAnswer(int status, MessageHeaders headers, String body, String redirect) {

  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
  private static final Duration DEFAULT_RESET = Duration.ofSeconds(60);

  /**
   * Reads it.
   *
   * @throws ApiException when the body is packed in a way that cannot be read, or too large
   *     unpacked
   */
  static HttpAnswer of(ApiRequest request, HttpResponse response, byte[] body, TokenMask mask) {
    return new HttpAnswer(
        response.getCode(),
        response,
        mask.apply(text(request, response, body)),
        mask.apply(
            find(response, "Location")
                .map(target -> target.replaceAll("[?#].*", "").replaceAll("//[^/]*@", "//"))
                .orElse("")));
  }

  /** A refusal counts by its status, whether or not its words can be read. */
  private static String text(ApiRequest request, HttpResponse response, byte[] body) {
    String encoding = find(response, "Content-Encoding").orElse("");
    try {
      return BodyText.of(body, encoding);
    } catch (BodyTooLargeException bomb) {
      throw ApiException.tooLarge(request);
    } catch (IOException packed) {
      if (response.getCode() == 200) {
        throw ApiException.packed(request, encoding.isEmpty() ? "gzip" : encoding);
      }
      return "";
    }
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

  /** Whether it sends us elsewhere, where the token must not go. */
  boolean isRedirect() {
    return status >= 300 && status < 400;
  }

  /** Whether it asks us to make no request for a while. */
  boolean saysSlowDown() {
    return status == 429 || (status == 503 && find(headers, "Retry-After").isPresent());
  }

  /** Retry-After, in seconds or as a date. */
  private Optional<Duration> retryAfter(Instant now) {
    OptionalInt seconds = number("Retry-After");
    if (seconds.isPresent()) {
      return Optional.of(Duration.ofSeconds(seconds.getAsInt()));
    }
    return find(headers, "Retry-After").flatMap(date -> until(date, now));
  }

  private static Optional<Duration> until(String date, Instant now) {
    try {
      Instant moment = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(Duration.between(now, moment));
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  /** The first of that name. */
  private static Optional<String> find(MessageHeaders headers, String name) {
    return Optional.ofNullable(headers.getFirstHeader(name))
        .map(Header::getValue)
        .map(String::strip);
  }

  private OptionalInt number(String header) {
    String value = find(headers, header).orElse("");
    return value.matches("\\d{1,9}")
        ? OptionalInt.of(Integer.parseInt(value))
        : OptionalInt.empty();
  }
}
