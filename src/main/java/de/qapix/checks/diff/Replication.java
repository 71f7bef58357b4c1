package de.qapix.checks.diff;

import static java.util.stream.Collectors.joining;

import de.qapix.catalog.CatalogObjects;
import de.qapix.catalog.ObjectKind;
import de.qapix.catalog.ObjectName;
import de.qapix.catalog.SchemaObject;
import java.util.List;
import java.util.stream.Stream;

/** Publications and subscriptions. */
final class Replication {

  private static final String GENERATED = "publish_generated_columns = stored";

  private Replication() {}

  static Change create(SchemaObject object) {
    if (object.name().kind() == ObjectKind.SUBSCRIPTION) {
      // Its connection is not read, as there may be a password in it.
      return Change.byHand(object.name(), "new subscription");
    }
    String what =
        object.trait("scope").isPresent()
            ? " for all tables"
            : members(object).isEmpty() ? "" : " for " + members(object);
    return Change.safe(
        "create "
            + Drops.target(object)
            + what
            + object.trait("options").map(text -> " with (" + text + ")").orElse(""));
  }

  /**
   * The steps that change one.
   *
   * @param objects what is there in the end
   */
  static Stream<DiffStep> steps(
      SchemaObject from, SchemaObject to, String trait, CatalogObjects objects) {
    return switch (trait) {
      case "tables", "schemas" -> members(from, to, objects);
      case "publications" ->
          altered(
              to, "set publication " + to.trait(trait).orElseThrow() + " with (refresh = false)");
      case "options" -> altered(to, "set (" + changed(from, to) + ")");
      case "state" -> altered(to, to.is(trait, "enabled") ? "enable" : "disable");
      default -> Stream.of(DiffStep.byHand(to, trait));
    };
  }

  /** Only these: the server takes no name of a slot twice. One that is not told is as usual. */
  private static String changed(SchemaObject from, SchemaObject to) {
    List<String> old = options(from);
    List<String> fresh = options(to);
    Stream<String> reset =
        old.stream().anyMatch(GENERATED::equals) && !fresh.contains(GENERATED)
            ? Stream.of("publish_generated_columns = none")
            : Stream.empty();
    return Stream.concat(fresh.stream().filter(option -> !old.contains(option)), reset)
        .collect(joining(", "));
  }

  private static List<String> options(SchemaObject object) {
    return List.of(object.trait("options").orElse("").split(", (?=\\w+ = )"));
  }

  private static Stream<DiffStep> members(
      SchemaObject from, SchemaObject to, CatalogObjects objects) {
    if (!members(to).isEmpty()) {
      return altered(to, "set " + members(to));
    }
    // A table that goes leaves the publication by itself.
    Stream<String> tables =
        lines(from).stream().map(Replication::table).filter(table -> isThere(objects, table));
    Stream<String> schemas =
        from.trait("schemas").stream().map(names -> "tables in schema " + names);
    return Stream.concat(tables.map(table -> "table only " + table), schemas)
        .flatMap(member -> altered(to, "drop " + member));
  }

  /** As they are written in {@code create} and {@code set}. */
  private static String members(SchemaObject publication) {
    return Stream.concat(
            lines(publication).stream().map(table -> "table only " + table),
            publication.trait("schemas").stream().map(names -> "tables in schema " + names))
        .collect(joining(", "));
  }

  private static List<String> lines(SchemaObject publication) {
    return publication.trait("tables").map(text -> text.lines().toList()).orElse(List.of());
  }

  /** Without columns and condition. */
  private static String table(String line) {
    int end = line.indexOf(" where (");
    String named = end < 0 ? line : line.substring(0, end);
    int columns = named.indexOf(" (");
    return columns < 0 ? named : named.substring(0, columns);
  }

  private static boolean isThere(CatalogObjects objects, String table) {
    return objects
        .all()
        .map(SchemaObject::name)
        .filter(name -> name.kind() == ObjectKind.TABLE)
        .map(ObjectName::sql)
        .anyMatch(table::equals);
  }

  private static Stream<DiffStep> altered(SchemaObject object, String action) {
    return Stream.of(
        DiffStep.altering(
            object, action, Change.safe("alter " + Drops.target(object) + " " + action)));
  }
}
