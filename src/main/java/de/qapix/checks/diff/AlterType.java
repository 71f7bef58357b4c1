package de.qapix.checks.diff;

import de.qapix.catalog.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The steps that change a type. */
final class AlterType {

  private AlterType() {}

  static Stream<DiffStep> steps(SchemaObject from, SchemaObject to, String trait) {
    return switch (trait) {
      case "labels" -> labels(from, to);
      case "default" ->
          altered(to, to.trait(trait).map(text -> "set default " + text).orElse("drop default"));
      case "nullability" -> altered(to, ColumnSql.isNotNull(to) ? "set not null" : "drop not null");
      case "checks" -> checks(from, to);
      case Comments.CHECKS, Comments.ATTRIBUTES -> Comments.ofParts(from, to, trait);
      case "definition" ->
          to.is("composite type")
              ? AlterAttributes.steps(from, to)
              : Stream.of(DiffStep.byHand(to, trait));
      default -> Stream.of(DiffStep.byHand(to, trait));
    };
  }

  /** Whether a statement changes the trait while the type stays. */
  static boolean isAlterable(SchemaObject from, SchemaObject to, String trait) {
    return switch (trait) {
      case "labels" ->
          TypeSql.labels(to).stream()
              .filter(TypeSql.labels(from)::contains)
              .toList()
              .equals(TypeSql.labels(from));
      case "definition" -> to.is("composite type");
      default -> false;
    };
  }

  private static Stream<DiffStep> altered(SchemaObject type, String action) {
    String sql = "alter " + Drops.target(type) + " " + action;
    return Stream.of(DiffStep.altering(type, action, Change.safe(sql)));
  }

  private static Stream<DiffStep> labels(SchemaObject from, SchemaObject to) {
    List<String> old = TypeSql.labels(from);
    List<String> labels = TypeSql.labels(to);
    if (!isAlterable(from, to, "labels")) {
      return Stream.of(DiffStep.byHand(to, "labels"));
    }
    List<DiffStep> steps = new ArrayList<>();
    for (int index = 0; index < labels.size(); index++) {
      if (!old.contains(labels.get(index))) {
        altered(to, "add value " + labels.get(index) + place(labels, index, old))
            .forEach(steps::add);
      }
    }
    return steps.stream();
  }

  private static String place(List<String> labels, int index, List<String> old) {
    if (index > 0) {
      return " after " + labels.get(index - 1);
    }
    return old.isEmpty() ? "" : " before " + old.get(0);
  }

  private static Stream<DiffStep> checks(SchemaObject from, SchemaObject to) {
    List<String> old = TypeSql.checks(from);
    List<String> checks = TypeSql.checks(to);
    return Stream.concat(
        old.stream()
            .filter(check -> !checks.contains(check))
            .flatMap(check -> altered(to, "drop " + check.substring(0, check.indexOf(" CHECK (")))),
        checks.stream()
            .filter(check -> !old.contains(check))
            .flatMap(check -> altered(to, "add " + check)));
  }
}
