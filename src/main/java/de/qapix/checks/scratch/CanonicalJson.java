package de.qapix.checks.scratch;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** JSON as JavaScript writes it without blanks when the keys of all objects have been sorted. */
final class CanonicalJson {

  /** JavaScript has such keys come first, whatever their order was. */
  private static final Pattern INDEX = Pattern.compile("0|[1-9]\\d{0,8}");

  private static final Comparator<String> KEYS =
      comparing((String key) -> !isIndex(key))
          .thenComparing(key -> isIndex(key) ? Integer.parseInt(key) : 0)
          .thenComparing(naturalOrder());

  private CanonicalJson() {}

  static String of(JsonNode tree) {
    if (tree.isObject()) {
      return tree.propertyNames().stream()
          .sorted(KEYS)
          .map(key -> quoted(key) + ":" + of(tree.path(key)))
          .collect(joining(",", "{", "}"));
    }
    if (tree.isArray()) {
      return tree.valueStream().map(CanonicalJson::of).collect(joining(",", "[", "]"));
    }
    if (tree.isString()) {
      return quoted(tree.stringValue());
    }
    if (tree.isFloatingPointNumber()) {
      return new BigDecimal(tree.asString()).stripTrailingZeros().toPlainString();
    }
    return tree.asString("null");
  }

  /** A text in quotes. */
  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int at = 0; at < text.length(); at++) {
      quoted.append(escaped(text, at));
    }
    return quoted.append('"').toString();
  }

  private static String escaped(String text, int at) {
    char character = text.charAt(at);
    return switch (character) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\b' -> "\\b";
      case '\f' -> "\\f";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default ->
          character < ' ' || isLone(text, at)
              ? String.format("\\u%04x", (int) character)
              : String.valueOf(character);
    };
  }

  private static boolean isLone(String text, int at) {
    char character = text.charAt(at);
    if (Character.isHighSurrogate(character)) {
      return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    return Character.isLowSurrogate(character)
        && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }

  private static boolean isIndex(String key) {
    return INDEX.matcher(key).matches();
  }
}
