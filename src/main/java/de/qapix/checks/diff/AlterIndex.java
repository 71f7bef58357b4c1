package de.qapix.checks.diff;

import static java.util.stream.Collectors.toMap;

import de.qapix.catalog.SchemaObject;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What an index is beside its definition, also that of a key. */
final class AlterIndex {

  private static final String TARGETS = "statistics targets";

  private AlterIndex() {}

  /** What the statement that makes the index or constraint does not say. */
  static Stream<DiffStep> optionsOfNew(SchemaObject object) {
    SchemaObject plain = new SchemaObject(object.name(), Map.of());
    return Stream.of("clustered", TARGETS, "storage parameters", "tablespace")
        .filter(trait -> object.trait(trait).isPresent())
        .flatMap(trait -> steps(plain, object, trait));
  }

  static Stream<DiffStep> steps(SchemaObject from, SchemaObject to, String trait) {
    return switch (trait) {
      case "clustered" -> Stream.of(clustered(to));
      case TARGETS -> targets(from, to);
      case "storage parameters" ->
          AlterTable.parameters(from, to, trait).map(action -> altered(to, action));
      case "tablespace" ->
          Stream.of(altered(to, "set tablespace " + to.trait(trait).orElse("pg_default")));
      default -> Stream.of(DiffStep.byHand(to, trait));
    };
  }

  private static DiffStep clustered(SchemaObject object) {
    String start = "alter table " + object.name().parent().sql();
    String action =
        object.trait("clustered").isPresent()
            ? " cluster on " + object.name().name()
            : " set without cluster";
    return DiffStep.altering(object, "", Change.safe(start + action))
        .at(
            object.trait("clustered").isPresent()
                ? DiffStep.Rank.VIEW
                : DiffStep.Rank.TABLE_OPTION);
  }

  private static Stream<DiffStep> targets(SchemaObject from, SchemaObject to) {
    Map<String, String> old = targets(from);
    Map<String, String> fresh = targets(to);
    Set<String> columns = new TreeSet<>(old.keySet());
    columns.addAll(fresh.keySet());
    return columns.stream()
        .filter(column -> !fresh.getOrDefault(column, "").equals(old.get(column)))
        .map(
            column ->
                altered(
                    to,
                    "alter column "
                        + column
                        + " set statistics "
                        + fresh.getOrDefault(column, "-1")));
  }

  private static Map<String, String> targets(SchemaObject index) {
    return index.trait(TARGETS).stream()
        .flatMap(text -> Stream.of(text.split(", ")))
        .collect(
            toMap(
                text -> text.substring(0, text.indexOf(':')),
                text -> text.substring(text.indexOf(' ') + 1)));
  }

  private static DiffStep altered(SchemaObject object, String action) {
    String index = object.name().schema() + "." + object.name().name();
    return DiffStep.altering(object, "", Change.safe("alter index " + index + " " + action))
        .at(DiffStep.Rank.TABLE_OPTION);
  }
}
