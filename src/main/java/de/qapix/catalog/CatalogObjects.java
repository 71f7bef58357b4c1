package de.qapix.catalog;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The objects of a catalog, found by name. */
public final class CatalogObjects {

  private final Map<ObjectName, SchemaObject> byName;
  private final List<SchemaObject> all;
  private final int major;
  private final Map<String, ObjectName> tables;
  private final Map<ObjectName, List<SchemaObject>> columns;
  private final String role;

  public CatalogObjects(Catalog catalog) {
    byName = catalog.byName();
    all = catalog.objects();
    major = catalog.major();
    tables =
        all.stream()
            .map(SchemaObject::name)
            .filter(name -> name.kind() == ObjectKind.TABLE)
            .collect(Collectors.toMap(ObjectName::sql, name -> name));
    columns =
        all.stream()
            .filter(object -> object.name().kind() == ObjectKind.COLUMN)
            .collect(Collectors.groupingBy(object -> object.name().parent()));
    role = catalog.role();
  }

  public Stream<SchemaObject> all() {
    return all.stream();
  }

  public int major() {
    return major;
  }

  /** The role that has read them; empty where it is not known. */
  public String role() {
    return role;
  }

  public boolean has(ObjectName name) {
    return byName.containsKey(name);
  }

  public SchemaObject get(ObjectName name) {
    return byName.get(name);
  }

  public Optional<SchemaObject> find(ObjectName name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The table or view of that name, as it is written in SQL. */
  public Optional<SchemaObject> table(String name) {
    return Optional.ofNullable(tables.get(name)).flatMap(this::find);
  }

  /** A column of a table. */
  public Optional<SchemaObject> column(ObjectName table, String name) {
    return find(new ObjectName(ObjectKind.COLUMN, table.schema(), table.table(), name));
  }

  /** In the order of the table. */
  public List<SchemaObject> columnsOf(ObjectName table) {
    return columns.getOrDefault(table, List.of());
  }

  /** How many tables are above the one that the object is, or is in. */
  public int generation(ObjectName name) {
    ObjectName table = name.kind() == ObjectKind.TABLE ? name : name.parent();
    return find(table).flatMap(object -> object.trait("parent")).stream()
        .flatMap(parents -> Stream.of(parents.split(", ")))
        .map(parent -> tables.get(parent))
        .filter(Objects::nonNull)
        .mapToInt(parent -> 1 + generation(parent))
        .max()
        .orElse(0);
  }

  /** The columns of the tables below the column's own that have the same name. */
  public Stream<SchemaObject> heirs(SchemaObject column) {
    String table = column.name().parent().sql();
    return all()
        .filter(
            object ->
                object.name().kind() == ObjectKind.TABLE
                    && object.trait("parent").stream()
                        .flatMap(parents -> Stream.of(parents.split(", ")))
                        .anyMatch(table::equals))
        .map(
            child ->
                new ObjectName(
                    ObjectKind.COLUMN,
                    child.name().schema(),
                    child.name().table(),
                    column.name().name()))
        .flatMap(name -> find(name).stream());
  }

  /** The column of that name of the table from which this one's table has its columns. */
  public Optional<SchemaObject> inherited(SchemaObject column) {
    return find(column.name().parent()).flatMap(table -> table.trait("parent")).stream()
        .flatMap(parents -> Stream.of(parents.split(", ")))
        .map(tables::get)
        .filter(Objects::nonNull)
        .map(
            parent ->
                byName.get(
                    new ObjectName(
                        ObjectKind.COLUMN, parent.schema(), parent.table(), column.name().name())))
        .filter(Objects::nonNull)
        .findFirst();
  }
}
