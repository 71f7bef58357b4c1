package de.qapix.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * An answer as it goes over the wire.
 *
 * @param body what UTF-8 can hold
 * @param extra how much longer than usual it takes
 */
record Reply(
    int status, Map<String, String> headers, String body, Duration extra, Reply.Manner manner) {

  /** How much of it is sent. */
  enum Manner {
    WHOLE,
    /** All of it with half a gigabyte of blanks before its end, in chunks. */
    HUGE,
    /** Half of the body; then the connection ends. */
    BROKEN_OFF,
    /** Half of the body; the connection stays. */
    STALLED,
    /** Nothing; the connection stays. */
    NEVER
  }

  private static final JsonMapper PLAIN = JsonMapper.builder().build();

  /** Escapes let half a surrogate pair through, which UTF-8 cannot hold. */
  private static final JsonMapper ESCAPING =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  static Reply of(SimulatedAnswer answer) {
    String body = PLAIN.writeValueAsString(answer.body());
    return of(
        answer.status(),
        "application/json; charset=utf-8",
        UTF_8.newEncoder().canEncode(body) ? body : ESCAPING.writeValueAsString(answer.body()));
  }

  static Reply html(int status, String page) {
    return of(status, "text/html; charset=UTF-8", page);
  }

  private static Reply of(int status, String type, String body) {
    return new Reply(status, Map.of("Content-Type", type), body, Duration.ZERO, Manner.WHOLE);
  }

  boolean isWhole() {
    return manner == Manner.WHOLE;
  }

  /** The same with one more header. */
  Reply with(String name, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(name, value);
    return new Reply(status, more, body, extra, manner);
  }

  /** The same with another body. */
  Reply with(String other) {
    return new Reply(status, headers, other, extra, manner);
  }

  Reply after(Duration longer) {
    return new Reply(status, headers, body, longer, manner);
  }

  Reply sent(Manner other) {
    return new Reply(status, headers, body, extra, other);
  }
}
