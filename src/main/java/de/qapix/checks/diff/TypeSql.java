package de.qapix.checks.diff;

import de.qapix.catalog.SchemaObject;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Types as they are written when they are made, and what their traits are made of. */
final class TypeSql {

  private static final Pattern LABEL = Pattern.compile("E?'(?:[^']|'')*'");

  private TypeSql() {}

  /** The steps that make one. */
  static Stream<DiffStep> steps(SchemaObject type) {
    if (type.is("base type")) {
      // Its functions need its name, and it needs its functions.
      String shell = "create type " + type.name().sql();
      String sql = shell + " (" + type.trait("definition").orElseThrow() + ")";
      return Stream.of(
          DiffStep.making(type, "", Change.safe(shell)),
          DiffStep.altering(type, sql, Change.safe(sql)).at(DiffStep.Rank.TYPE_COMPLETED));
    }
    SchemaObject plain = new SchemaObject(type.name(), Map.of());
    return Stream.of(
            Stream.of(DiffStep.making(type, ObjectSql.text(type), Change.safe(create(type)))),
            Comments.ofParts(plain, type, Comments.CHECKS),
            Comments.ofParts(plain, type, Comments.ATTRIBUTES))
        .flatMap(steps -> steps);
  }

  private static String create(SchemaObject type) {
    String name = type.name().sql();
    String definition = type.trait("definition").orElse("");
    return switch (type.trait("type").orElseThrow()) {
      case "enum" -> "create type " + name + " as enum (" + type.trait("labels").orElse("") + ")";
      case "composite type" -> "create type " + name + " as (" + definition + ")";
      case "range" ->
          "create type "
              + name
              + " as range (subtype = "
              + definition
              + type.trait("range options").map(text -> ", " + text).orElse("")
              + ")";
      default ->
          "create domain "
              + name
              + " as "
              + definition
              + type.trait("collation").map(text -> " collate " + text).orElse("")
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
