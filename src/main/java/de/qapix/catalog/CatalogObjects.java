package de.qapix.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The objects of a catalog, found by name. */
public final class CatalogObjects {

  private final Map<ObjectName, SchemaObject> byName;
  private final List<SchemaObject> all;
  private final int major;

  public CatalogObjects(Catalog catalog) {
    byName = catalog.byName();
    all = catalog.objects();
    major = catalog.major();
  }

  public Stream<SchemaObject> all() {
    return all.stream();
  }

  public int major() {
    return major;
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

  /** In the order of the table. */
  public List<SchemaObject> columnsOf(ObjectName table) {
    return all().filter(object -> isColumnOf(object.name(), table)).toList();
  }

  /** The column of that name of the table from which this one's table has its columns. */
  public Optional<SchemaObject> inherited(SchemaObject column) {
    return find(column.name().parent()).flatMap(table -> table.trait("parent")).stream()
        .flatMap(parents -> Stream.of(parents.split(", ")))
        .flatMap(parent -> all().filter(object -> isColumnOf(object.name(), parent, column)))
        .findFirst();
  }

  private static boolean isColumnOf(ObjectName name, ObjectName table) {
    return name.kind() == ObjectKind.COLUMN && name.parent().equals(table);
  }

  private static boolean isColumnOf(ObjectName name, String table, SchemaObject column) {
    return name.kind() == ObjectKind.COLUMN
        && name.name().equals(column.name().name())
        && name.parent().sql().equals(table);
  }
}
