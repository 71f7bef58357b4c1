package de.qapix.checks.diff;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import de.qapix.catalog.SchemaObject;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The steps that change what a table is beside its columns. */
final class AlterTable {

  private static final Set<String> OPTIONS =
      Set.of("row security", "forced row security", "replica identity", "of type");

  private AlterTable() {}

  /** What {@code create table} cannot say. */
  static Stream<DiffStep> optionsOfNew(SchemaObject table) {
    return OPTIONS.stream()
        .sorted()
        .filter(trait -> table.trait(trait).isPresent())
        .map(trait -> altered(table, option(table, trait)));
  }

  static Stream<DiffStep> steps(SchemaObject from, SchemaObject to, String trait) {
    return switch (trait) {
      case "row security", "forced row security", "replica identity", "of type" ->
          Stream.of(altered(to, option(to, trait)));
      case "persistence" ->
          Stream.of(altered(to, to.is("persistence", "unlogged") ? "set unlogged" : "set logged"));
      case "storage parameters", "toast parameters" ->
          parameters(from, to, trait).map(sql -> altered(to, sql));
      case "access method" ->
          Stream.of(altered(to, "set access method " + to.trait(trait).orElse("heap")));
      case "tablespace" ->
          Stream.of(altered(to, "set tablespace " + to.trait(trait).orElse("pg_default")));
      case "options" ->
          Stream.of(altered(to, OptionList.change(from.trait(trait), to.trait(trait)).strip()));
      case "parent" -> to.trait(trait).stream().map(parent -> join(to, parent));
      case "partition bound" -> Stream.of(leave(from), join(to, to.trait("parent").orElseThrow()));
      default -> Stream.of(DiffStep.byHand(to, trait));
    };
  }

  private static String option(SchemaObject table, String trait) {
    String value = table.trait(trait).orElse("");
    return switch (trait) {
      case "row security" -> (value.isEmpty() ? "disable" : "enable") + " row level security";
      case "forced row security" ->
          (value.isEmpty() ? "no force" : "force") + " row level security";
      case "of type" -> value.isEmpty() ? "not of" : "of " + value;
      default -> "replica identity " + (value.isEmpty() ? "default" : value);
    };
  }

  static Stream<String> parameters(SchemaObject from, SchemaObject to, String trait) {
    Set<String> gone = parameters(from, trait);
    Set<String> fresh = parameters(to, trait);
    Set<String> kept = fresh.stream().map(AlterTable::parameter).collect(toSet());
    String reset =
        gone.stream()
            .map(AlterTable::parameter)
            .filter(name -> !kept.contains(name))
            .collect(joining(", "));
    fresh.removeAll(gone);
    return Stream.of(
            Optional.of(reset)
                .filter(names -> !names.isEmpty())
                .map(names -> "reset (" + names + ")"),
            Optional.of(String.join(", ", fresh))
                .filter(names -> !names.isEmpty())
                .map(names -> "set (" + names + ")"))
        .flatMap(Optional::stream);
  }

  private static Set<String> parameters(SchemaObject table, String trait) {
    return table
        .trait(trait)
        .map(text -> new TreeSet<>(Set.of(text.split(", "))))
        .orElseGet(TreeSet::new);
  }

  private static String parameter(String text) {
    return text.substring(0, text.indexOf('='));
  }

  /** The step that parts a table from its parents. */
  static DiffStep leave(SchemaObject table) {
    String parent = table.trait("parent").orElseThrow();
    return table.trait("partition bound").isPresent()
        ? altered(table, "alter table " + parent, "detach partition " + table.name().sql())
        : altered(table, each(parent, "no inherit "));
  }

  private static DiffStep join(SchemaObject table, String parent) {
    return table
        .trait("partition bound")
        .map(
            bound ->
                altered(
                    table,
                    "alter table " + parent,
                    "attach partition " + table.name().sql() + " " + bound))
        .orElseGet(() -> altered(table, each(parent, "inherit ")));
  }

  private static String each(String parents, String action) {
    return Stream.of(parents.split(", ")).map(parent -> action + parent).collect(joining(", "));
  }

  private static DiffStep altered(SchemaObject table, String action) {
    return altered(
        table,
        "alter "
            + (table.isView() || table.is("foreign table")
                ? table.trait("type").orElseThrow()
                : "table")
            + " "
            + table.name().sql(),
        action);
  }

  private static DiffStep altered(SchemaObject table, String start, String action) {
    return DiffStep.altering(table, start + " " + action, Change.safe(start + " " + action))
        .at(DiffStep.Rank.TABLE_OPTION);
  }
}
