package de.qapix.checks.diff;

import de.qapix.catalog.SchemaObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The steps that change the attributes of a composite type. */
final class AlterAttributes {

  private static final Pattern ATTRIBUTE =
      Pattern.compile("(\"(?:[^\"]|\"\")+\"|[^\\s\"]+) (.+?)(?:, (?=\"|\\w)|$)");

  private AlterAttributes() {}

  static Stream<DiffStep> steps(SchemaObject from, SchemaObject to) {
    Map<String, String> old = attributes(from);
    Map<String, String> fresh = attributes(to);
    List<String> order = new ArrayList<>(old.keySet());
    order.retainAll(fresh.keySet());
    fresh.keySet().stream().filter(name -> !old.containsKey(name)).forEach(order::add);
    if (!order.equals(List.copyOf(fresh.keySet()))) {
      return Stream.of(DiffStep.byHand(to, "order of attributes"));
    }
    List<DiffStep> steps = new ArrayList<>();
    old.forEach(
        (name, type) -> {
          if (!fresh.containsKey(name)) {
            steps.add(step(to, "drop attribute " + name, true));
          } else if (!fresh.get(name).equals(type)) {
            boolean loses = !TypeWidening.isKnown(type, fresh.get(name));
            steps.add(step(to, "alter attribute " + name + " type " + fresh.get(name), loses));
          }
        });
    fresh.forEach(
        (name, type) -> {
          if (!old.containsKey(name)) {
            steps.add(step(to, "add attribute " + name + " " + type, false));
          }
        });
    return steps.stream();
  }

  private static Map<String, String> attributes(SchemaObject type) {
    Map<String, String> attributes = new LinkedHashMap<>();
    Matcher matcher = ATTRIBUTE.matcher(type.trait("definition").orElse(""));
    while (matcher.find()) {
      attributes.put(matcher.group(1), matcher.group(2));
    }
    return attributes;
  }

  private static DiffStep step(SchemaObject type, String action, boolean losesData) {
    String sql = "alter type " + type.name().sql() + " " + action;
    return DiffStep.altering(type, action, Change.losingIf(losesData, sql));
  }
}
