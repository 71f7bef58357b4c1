package de.qapix.data.api;

import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * JSON as it comes from an API and as it is kept. PostgreSQL's text and jsonb hold neither U+0000
 * nor a surrogate without its other half, both of which JSON can spell: they are replaced by U+FFFD
 * here, at the edge, so that nothing behind it has to know.
 */
public final class Json {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
          .build();
  private static final Pattern MAY_NEED_CARE = Pattern.compile("\\\\u(0000|[dD][89a-fA-F])");

  private Json() {}

  /** The body as a tree, or empty where it is not JSON. */
  public static Optional<JsonNode> find(String body) {
    try {
      JsonNode tree = MAPPER.readTree(body);
      if (tree.isMissingNode()) {
        return Optional.empty();
      }
      boolean isSafe = !MAY_NEED_CARE.matcher(body).find() || isStorable(tree);
      return Optional.of(isSafe ? tree : storable(tree));
    } catch (JacksonException notJson) {
      return Optional.empty();
    }
  }

  /** The tree in one line with sorted keys: equal trees give equal texts. */
  public static String canonical(JsonNode tree) {
    return MAPPER.writeValueAsString(tree);
  }

  /** The text with U+FFFD for each U+0000 and each surrogate without its other half. */
  public static String storable(String text) {
    if (isStorable(text)) {
      return text;
    }
    StringBuilder storable = new StringBuilder(text.length());
    text.codePoints()
        .map(point -> isStorable(point) ? point : 0xFFFD)
        .forEach(storable::appendCodePoint);
    return storable.toString();
  }

  /** Most trees are: to look costs less than to copy. */
  private static boolean isStorable(JsonNode tree) {
    if (tree.isString()) {
      return isStorable(tree.stringValue());
    }
    return tree.propertyNames().stream().allMatch(Json::isStorable)
        && tree.valueStream().allMatch(Json::isStorable);
  }

  private static boolean isStorable(String text) {
    return text.codePoints().allMatch(Json::isStorable);
  }

  private static boolean isStorable(int point) {
    return point != 0 && (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE);
  }

  private static JsonNode storable(JsonNode tree) {
    if (tree.isString()) {
      return StringNode.valueOf(storable(tree.stringValue()));
    }
    if (tree.isArray()) {
      ArrayNode array = MAPPER.createArrayNode();
      tree.forEach(element -> array.add(storable(element)));
      return array;
    }
    if (tree.isObject()) {
      ObjectNode object = MAPPER.createObjectNode();
      tree.properties()
          .forEach(
              property -> object.set(storable(property.getKey()), storable(property.getValue())));
      return object;
    }
    return tree;
  }
}
