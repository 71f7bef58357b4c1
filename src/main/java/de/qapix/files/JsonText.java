package de.qapix.files;

import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON that is printed or kept in files: whatever is in it, a terminal shows it as text. */
public final class JsonText {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private JsonText() {}

  /** An empty object, whose keys stay in the order in which they are put in. */
  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** In one line, the keys in the order of the map. */
  public static String of(Map<String, ?> object) {
    return VisibleText.json(MAPPER.writeValueAsString(object));
  }

  /** In one line. */
  public static String of(JsonNode tree) {
    return VisibleText.json(MAPPER.writeValueAsString(tree));
  }

  /** Throws where the text is no JSON, or more than one. */
  public static JsonNode read(String text) throws JacksonException {
    return MAPPER.readTree(text);
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
