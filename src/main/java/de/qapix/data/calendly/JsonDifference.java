package de.qapix.data.calendly;

import java.util.Optional;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * The first place in which two JSON values differ, as PostgreSQL's jsonb understands it: the order
 * of keys makes no difference, nor does the way a number is written.
 *
 * @param path names and places down to it, e.g. {@code location.data.password}; empty for the whole
 */
record JsonDifference(String path, JsonNode one, JsonNode other) {

  static Optional<JsonDifference> first(JsonNode one, JsonNode other) {
    return first("", one, other);
  }

  private static Optional<JsonDifference> first(String path, JsonNode one, JsonNode other) {
    if (one.isObject() && other.isObject()) {
      return inObjects(path, one, other);
    }
    if (one.isArray() && other.isArray() && one.size() == other.size()) {
      return inArrays(path, one, other);
    }
    return same(one, other) ? Optional.empty() : Optional.of(new JsonDifference(path, one, other));
  }

  private static Optional<JsonDifference> inObjects(String path, JsonNode one, JsonNode other) {
    TreeSet<String> names = new TreeSet<>(one.propertyNames());
    names.addAll(other.propertyNames());
    return names.stream()
        .map(
            name ->
                first(path.isEmpty() ? name : path + "." + name, one.path(name), other.path(name)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<JsonDifference> inArrays(String path, JsonNode one, JsonNode other) {
    for (int i = 0; i < one.size(); i++) {
      Optional<JsonDifference> inside = first(path + "[" + i + "]", one.get(i), other.get(i));
      if (inside.isPresent()) {
        return inside;
      }
    }
    return Optional.empty();
  }

  private static boolean same(JsonNode one, JsonNode other) {
    return (one.isNumber() && other.isNumber())
        ? one.decimalValue().compareTo(other.decimalValue()) == 0
        : one.equals(other);
  }
}
