package de.qapix.cli.output;

import de.qapix.files.VisibleText;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Results for programs: one object on one line. */
public final class JsonText {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private JsonText() {}

  /** The keys in the order of the map. */
  public static String of(Map<String, ?> object) {
    return VisibleText.json(MAPPER.writeValueAsString(object));
  }

  public static String of(JsonNode tree) {
    return VisibleText.json(MAPPER.writeValueAsString(tree));
  }

  /** A JSON text in lines that can be read; anything else as it is. */
  public static String indented(String text) {
    try {
      return VisibleText.json(
          MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(MAPPER.readTree(text)));
    } catch (JacksonException noJson) {
      return text;
    }
  }
}
