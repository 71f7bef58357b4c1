package de.qapix.cli;

import de.qapix.finding.Visible;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Results for programs: one object on one line. */
final class JsonText {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private JsonText() {}

  /** The keys in the order of the map. */
  static String of(Map<String, ?> object) {
    return Visible.json(MAPPER.writeValueAsString(object));
  }

  static String of(JsonNode tree) {
    return Visible.json(MAPPER.writeValueAsString(tree));
  }

  /** A JSON text in lines that can be read; anything else as it is. */
  static String indented(String text) {
    try {
      return Visible.json(
          MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(MAPPER.readTree(text)));
    } catch (JacksonException noJson) {
      return text;
    }
  }
}
