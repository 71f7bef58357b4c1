package de.qapix.checks.lint;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The objects of the scratch database at some moment.
 *
 * @param version changes with the catalog, as long as the transaction lasts
 * @param rows the catalog's own, with the version of each
 */
record SchemaObjects(
    String version, Set<String> rows, Map<SchemaObject.Address, SchemaObject> byAddress) {

  static final SchemaObjects NONE = new SchemaObjects("", Set.of(), Map.of());

  SchemaObjects {
    rows = Collections.unmodifiableSet(rows);
    byAddress = Collections.unmodifiableMap(byAddress);
  }

  Collection<SchemaObject> all() {
    return byAddress.values();
  }

  Set<SchemaObject.Address> addresses() {
    return byAddress.keySet();
  }

  Optional<SchemaObject> find(SchemaObject.Address address) {
    return Optional.ofNullable(byAddress.get(address));
  }

  /** Whether it is here, and as it was. */
  boolean has(SchemaObject object) {
    SchemaObject now = byAddress.get(object.address());
    return now == object || object.equals(now);
  }

  /** The name of a table or type, as SQL needs it. */
  String written(long home) {
    return all().stream()
        .filter(each -> each.address().oid() == home && each.address().column() == 0)
        .findFirst()
        .map(each -> each.name().written())
        .orElse("");
  }

  /** Whether there is a table or type of this oid. */
  boolean hasHome(long oid) {
    return Stream.of(
            SchemaObject.Kind.TABLE,
            SchemaObject.Kind.TYPE,
            SchemaObject.Kind.DOMAIN,
            SchemaObject.Kind.VIEW)
        .anyMatch(kind -> byAddress.containsKey(new SchemaObject.Address(kind, oid, 0)));
  }

  boolean hasSchema(long oid) {
    return byAddress.containsKey(new SchemaObject.Address(SchemaObject.Kind.SCHEMA, oid, 0));
  }

  boolean hasColumn(long table, int number) {
    return byAddress.containsKey(new SchemaObject.Address(SchemaObject.Kind.COLUMN, table, number));
  }

  /** Whether it is here, or another one in its place. */
  boolean hasOrReplaces(SchemaObject lost) {
    return byAddress.containsKey(lost.address())
        || all().stream().anyMatch(each -> each.standsFor(lost));
  }

  /** Whether something here has the name that it had. */
  boolean hasName(SchemaObject former) {
    return all().stream().anyMatch(each -> each.standsFor(former));
  }

  /** Whether an index begins with these columns, in whatever order. */
  boolean hasIndex(long table, List<Integer> columns) {
    return all().stream()
        .filter(each -> each.is(SchemaObject.Kind.INDEX) && each.home() == table)
        .map(SchemaObject::keys)
        .anyMatch(
            keys ->
                keys.size() >= columns.size()
                    && keys.subList(0, columns.size()).containsAll(columns));
  }
}
