package de.qapix.sandbox;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * An answer as it goes over the wire.
 *
 * @param body nothing but ASCII
 */
record Reply(int status, Map<String, String> headers, String body) {

  /** Escapes let half a surrogate pair through, which UTF-8 cannot hold. */
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  static Reply of(Answer answer) {
    return new Reply(
        answer.status(),
        Map.of("Content-Type", "application/json; charset=utf-8"),
        MAPPER.writeValueAsString(answer.body()));
  }

  /** The same with one more header. */
  Reply with(String name, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(name, value);
    return new Reply(status, more, body);
  }
}
