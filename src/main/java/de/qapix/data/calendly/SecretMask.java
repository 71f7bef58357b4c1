package de.qapix.data.calendly;

import de.qapix.data.api.Json;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What must not be shown: passwords of meetings, and links that let whoever holds them act. */
public final class SecretMask {

  static final String MASK = "***";

  private static final Set<String> COLUMNS = Set.of("joinUrl", "cancelUrl", "rescheduleUrl");
  private static final Pattern SECRET_NAME =
      Pattern.compile("passw|passcode|pwd|pin$|token|(join|start|cancel|reschedule)_url");
  private static final Pattern IN_LINKS =
      Pattern.compile("([?&](?:pwd|password|passcode|token)=)[^&\\s\"]+", Pattern.CASE_INSENSITIVE);

  private static final Pattern IN_TEXT =
      Pattern.compile(
          "(\"[^\"]*(?:passw|passcode|pwd|pin|token|(?:join|start|cancel|reschedule)_url)[^\"]*\"\\s*:\\s*)\"[^\"]*\"?",
          Pattern.CASE_INSENSITIVE);

  private SecretMask() {}

  static boolean isColumn(String name) {
    return COLUMNS.contains(name);
  }

  /** Whether what stands at this path of a JSON value is one. */
  static boolean isPath(String path) {
    return SECRET_NAME.matcher(path.toLowerCase(Locale.ROOT)).find();
  }

  /** The text without passwords in links. */
  static String masked(String text) {
    return IN_LINKS.matcher(text).replaceAll("$1" + MASK);
  }

  /** A record as it came, with every secret in it masked; it may have been cut off. */
  public static String maskedRecord(String raw) {
    return Json.find(raw)
        .map(SecretMask::masked)
        .orElseGet(() -> masked(IN_TEXT.matcher(raw).replaceAll("$1\"" + MASK + "\"")));
  }

  /** The value as JSON, with every secret in it masked. */
  static String masked(JsonNode value) {
    return masked(Json.canonical(withMasks(value)));
  }

  private static JsonNode withMasks(JsonNode value) {
    if (value.isObject()) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      value
          .properties()
          .forEach(
              property ->
                  object.set(property.getKey(), withMasks(property.getKey(), property.getValue())));
      return object;
    }
    if (value.isArray()) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      value.forEach(element -> array.add(withMasks(element)));
      return array;
    }
    return value;
  }

  private static JsonNode withMasks(String name, JsonNode value) {
    return isPath(name) && !value.isNull()
        ? JsonNodeFactory.instance.stringNode(MASK)
        : withMasks(value);
  }
}
