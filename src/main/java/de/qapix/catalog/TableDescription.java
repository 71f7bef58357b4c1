package de.qapix.catalog;

import de.qapix.sql.Spelling;
import java.util.List;
import java.util.Optional;

/**
 * A table as somebody who writes a query for it wants to see it.
 *
 * @param name as it is written in SQL
 * @param type table, view and the like
 */
public record TableDescription(
    String name, String type, Optional<String> comment, List<Column> columns, List<Part> parts) {

  public TableDescription {
    columns = List.copyOf(columns);
    parts = List.copyOf(parts);
  }

  /**
   * A column.
   *
   * @param name as it is written in SQL
   * @param value its default, or how it is generated
   */
  public record Column(
      String name,
      String type,
      boolean nullable,
      Optional<String> value,
      Optional<String> comment) {}

  /** A key, another constraint, an index or a trigger. */
  public record Part(ObjectKind kind, String name, String definition) {}

  /** All tables that this name may mean: with or without schema, however it is spelled. */
  public static List<TableDescription> find(Catalog catalog, String wanted) {
    List<ObjectName> tables =
        catalog.objects().stream()
            .map(SchemaObject::name)
            .filter(name -> name.kind() == ObjectKind.TABLE)
            .toList();
    List<ObjectName> exact =
        tables.stream()
            .filter(name -> name.sql().equals(wanted) || name.table().equals(wanted))
            .toList();
    return (exact.isEmpty() ? similar(tables, wanted) : exact)
        .stream().map(name -> of(catalog, name)).toList();
  }

  private static List<ObjectName> similar(List<ObjectName> tables, String wanted) {
    String plain = Spelling.loose(wanted);
    return tables.stream()
        .filter(
            name ->
                Spelling.loose(name.sql()).equals(plain)
                    || Spelling.loose(name.table()).equals(plain))
        .toList();
  }

  private static TableDescription of(Catalog catalog, ObjectName table) {
    SchemaObject itself = catalog.find(table).orElseThrow();
    List<SchemaObject> members =
        catalog.objects().stream().filter(object -> object.name().parent().equals(table)).toList();
    return new TableDescription(
        table.sql(),
        itself.trait("type").orElse(""),
        itself.trait("comment"),
        members.stream()
            .filter(member -> member.name().kind() == ObjectKind.COLUMN)
            .map(TableDescription::column)
            .toList(),
        members.stream()
            .filter(member -> member.name().kind() != ObjectKind.COLUMN)
            .map(TableDescription::part)
            .toList());
  }

  private static Column column(SchemaObject column) {
    return new Column(
        column.name().name(),
        column.trait("type").orElse(""),
        column.trait("nullability").filter("null"::equals).isPresent(),
        column
            .trait("default")
            .or(() -> column.trait("generated").map(text -> "generated: " + text))
            .or(() -> column.trait("identity").map(text -> "identity " + text)),
        column.trait("comment"));
  }

  private static Part part(SchemaObject part) {
    return new Part(part.name().kind(), part.name().name(), part.trait("definition").orElse(""));
  }
}
