package de.qapix.checks.diff;

import de.qapix.catalog.SchemaObject;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Types as they are written when they are made, and what their traits are made of. */
final class TypeSql {

  private static final Pattern LABEL = Pattern.compile("E?'(?:[^']|'')*'");

  private TypeSql() {}

  static String create(SchemaObject type) {
    String name = type.name().sql();
    String definition = type.trait("definition").orElse("");
    return switch (type.trait("type").orElseThrow()) {
      case "enum" -> "create type " + name + " as enum (" + type.trait("labels").orElse("") + ")";
      case "composite type" -> "create type " + name + " as (" + definition + ")";
      case "range" -> "create type " + name + " as range (subtype = " + definition + ")";
      default ->
          "create domain "
              + name
              + " as "
              + definition
              + type.trait("default").map(text -> " default " + text).orElse("")
              + (ColumnSql.isNotNull(type) ? " not null" : "")
              + String.join("", checks(type).stream().map(check -> "\n  " + check).toList());
    };
  }

  /** The labels of an enum, in quotes. */
  static List<String> labels(SchemaObject type) {
    return LABEL
        .matcher(type.trait("labels").orElse(""))
        .results()
        .map(MatchResult::group)
        .toList();
  }

  /** The checks of a domain, each with its name. */
  static List<String> checks(SchemaObject type) {
    return type.trait("checks").map(text -> List.of(text.split("\n"))).orElse(List.of());
  }
}
