package de.qapix.checks.finding;

import de.qapix.files.VisibleText;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON as trees, whose keys stay in the order in which they are put in. */
final class JsonText {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private JsonText() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** In one line. */
  public static String of(JsonNode tree) {
    return VisibleText.json(MAPPER.writeValueAsString(tree));
  }

  /** Throws where the text is no JSON, or more than one. */
  static JsonNode read(String text) throws JacksonException {
    return MAPPER.readTree(text);
  }
}
