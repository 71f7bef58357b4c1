package de.qapix.checks.lint;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
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
record MeasuredObjects(
    String version, Set<String> rows, Map<MeasuredObject.Address, MeasuredObject> byAddress) {

  static final MeasuredObjects NONE = new MeasuredObjects("", Set.of(), Map.of());

  MeasuredObjects {
    rows = Collections.unmodifiableSet(rows);
    byAddress = Collections.unmodifiableMap(byAddress);
  }

  /** Whether nothing has changed: the catalog is read again only where something has. */
  boolean isSameAs(MeasuredObjects other) {
    return version.equals(other.version) && rows.equals(other.rows);
  }

  Collection<MeasuredObject> all() {
    return byAddress.values();
  }

  Set<MeasuredObject.Address> addresses() {
    return byAddress.keySet();
  }

  Optional<MeasuredObject> find(MeasuredObject.Address address) {
    return Optional.ofNullable(byAddress.get(address));
  }

  /** Whether it is here, and as it was. */
  boolean has(MeasuredObject object) {
    return object.equals(byAddress.get(object.address()));
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
            MeasuredObject.Kind.TABLE,
            MeasuredObject.Kind.TYPE,
            MeasuredObject.Kind.DOMAIN,
            MeasuredObject.Kind.VIEW)
        .anyMatch(kind -> byAddress.containsKey(new MeasuredObject.Address(kind, oid, 0)));
  }

  boolean hasDefaultPartition(long table) {
    return find(new MeasuredObject.Address(MeasuredObject.Kind.TABLE, table, 0))
        .filter(MeasuredObject::filled)
        .isPresent();
  }

  /** The tables that are direct partitions of one. */
  List<MeasuredObject> partitions(long table) {
    return all().stream()
        .filter(each -> each.is(MeasuredObject.Kind.TABLE) && each.parent() == table)
        .sorted(Comparator.comparing(each -> each.name().written()))
        .toList();
  }

  boolean hasSchema(long oid) {
    return byAddress.containsKey(new MeasuredObject.Address(MeasuredObject.Kind.SCHEMA, oid, 0));
  }

  boolean hasColumn(long table, int number) {
    return byAddress.containsKey(
        new MeasuredObject.Address(MeasuredObject.Kind.COLUMN, table, number));
  }

  /** Whether it is here, or another one in its place. */
  boolean hasOrReplaces(MeasuredObject lost) {
    return byAddress.containsKey(lost.address()) || hasName(lost);
  }

  /** Whether another key or index allows no more than one that is gone. */
  boolean isUniqueStill(MeasuredObject lost) {
    return lost.isUnique()
        && all().stream()
            .filter(each -> each.isUnique() && each.home() == lost.home())
            .anyMatch(each -> lost.keys().containsAll(each.keys()));
  }

  /** Whether something here has the name that it had. */
  boolean hasName(MeasuredObject former) {
    return all().stream().anyMatch(each -> each.standsFor(former));
  }

  /** Whether an index begins with these columns, in whatever order. */
  boolean hasIndex(long table, List<Integer> columns) {
    return all().stream()
        .filter(each -> each.is(MeasuredObject.Kind.INDEX) && each.home() == table)
        .map(MeasuredObject::keys)
        .anyMatch(
            keys ->
                keys.size() >= columns.size()
                    && keys.subList(0, columns.size()).containsAll(columns));
  }
}
