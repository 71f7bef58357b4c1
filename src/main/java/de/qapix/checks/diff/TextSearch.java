package de.qapix.checks.diff;

import de.qapix.catalog.SchemaObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Dictionaries and configurations of text search. */
final class TextSearch {

  private static final Pattern OPTION =
      Pattern.compile("(\"(?:[^\"]|\"\")+\"|[^\\s\"]+) = (E?'(?:[^']|'')*'|[^,]+)(?:, |$)");
  private static final String WITH = " with ";

  private TextSearch() {}

  static Stream<DiffStep> create(SchemaObject object) {
    String what =
        object
            .trait("parser")
            .map(parser -> "parser = " + parser)
            .orElseGet(
                () ->
                    "template = "
                        + object.trait("template").orElseThrow()
                        + object.trait("options").map(text -> ", " + text).orElse(""));
    DiffStep made =
        DiffStep.making(
            object,
            ObjectSql.text(object),
            Change.safe("create " + Drops.target(object) + " (" + what + ")"));
    return Stream.concat(
        Stream.of(made), mappings(new SchemaObject(object.name(), Map.of()), object));
  }

  static Stream<DiffStep> steps(SchemaObject from, SchemaObject to, String trait) {
    return switch (trait) {
      case "options" -> options(from, to);
      case "mappings" -> mappings(from, to);
      default -> Stream.of(DiffStep.byHand(to, trait));
    };
  }

  private static Stream<DiffStep> options(SchemaObject from, SchemaObject to) {
    Map<String, String> old = options(from);
    Map<String, String> fresh = options(to);
    List<String> actions = new ArrayList<>();
    old.keySet().stream().filter(name -> !fresh.containsKey(name)).forEach(actions::add);
    fresh.forEach(
        (name, value) -> {
          if (!value.equals(old.get(name))) {
            actions.add(name + " = " + value);
          }
        });
    return Stream.of(altered(to, "(" + String.join(", ", actions) + ")"));
  }

  private static Map<String, String> options(SchemaObject dictionary) {
    Map<String, String> options = new LinkedHashMap<>();
    Matcher matcher = OPTION.matcher(dictionary.trait("options").orElse(""));
    while (matcher.find()) {
      options.put(matcher.group(1), matcher.group(2));
    }
    return options;
  }

  private static Stream<DiffStep> mappings(SchemaObject from, SchemaObject to) {
    Map<String, String> old = mappings(from);
    Map<String, String> fresh = mappings(to);
    List<DiffStep> steps = new ArrayList<>();
    old.keySet().stream()
        .filter(token -> !fresh.containsKey(token))
        .forEach(token -> steps.add(altered(to, "drop mapping for " + token)));
    fresh.forEach(
        (token, dictionaries) -> {
          if (!dictionaries.equals(old.get(token))) {
            String action = old.containsKey(token) ? "alter" : "add";
            steps.add(altered(to, action + " mapping for " + token + WITH + dictionaries));
          }
        });
    return steps.stream();
  }

  /** The dictionaries of each kind of token. */
  private static Map<String, String> mappings(SchemaObject configuration) {
    Map<String, String> mappings = new LinkedHashMap<>();
    configuration
        .trait("mappings")
        .ifPresent(
            text ->
                text.lines()
                    .forEach(
                        line -> {
                          int with = line.indexOf(WITH);
                          mappings.put(
                              line.substring(0, with), line.substring(with + WITH.length()));
                        }));
    return mappings;
  }

  private static DiffStep altered(SchemaObject object, String action) {
    return DiffStep.altering(
        object, action, Change.safe("alter " + Drops.target(object) + " " + action));
  }
}
