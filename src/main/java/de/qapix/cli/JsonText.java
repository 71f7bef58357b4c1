package de.qapix.cli;

import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Results for programs: one object on one line. */
final class JsonText {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private JsonText() {}

  /** The keys in the order of the map. */
  static String of(Map<String, ?> object) {
    return MAPPER.writeValueAsString(object);
  }
}
