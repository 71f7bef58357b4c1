package de.qapix.checks.plan;

import de.qapix.catalog.Catalog;
import de.qapix.catalog.CatalogDifference;
import de.qapix.catalog.ObjectKind;
import de.qapix.catalog.ObjectName;
import de.qapix.catalog.ObjectReferences;
import de.qapix.catalog.SchemaObject;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The part of a database that differences concern: what differs, what depends on it, and what both
 * need. A table is one thing with all that is in it.
 */
final class Neighbourhood {

  private static final Set<ObjectKind> ALWAYS = Set.of(ObjectKind.SCHEMA, ObjectKind.EXTENSION);
  private static final Set<ObjectKind> ONLY_WITH_TABLE =
      Set.of(ObjectKind.TRIGGER, ObjectKind.POLICY, ObjectKind.RULE);

  private final Catalog catalog;
  private final Map<ObjectName, List<SchemaObject>> units;
  private final Map<String, Set<ObjectName>> byKey = new HashMap<>();
  private final Map<ObjectName, Set<ObjectName>> dependents = new HashMap<>();
  private final Set<ObjectName> whole;
  private final Set<ObjectName> needed;

  Neighbourhood(Catalog catalog, Catalog target, List<CatalogDifference> differences) {
    this.catalog = catalog;
    units = units(catalog);
    units
        .keySet()
        .forEach(
            unit ->
                byKey
                    .computeIfAbsent(ObjectReferences.key(unit), any -> new HashSet<>())
                    .add(unit));
    units.forEach(
        (unit, objects) ->
            mentioned(objects)
                .forEach(
                    other -> dependents.computeIfAbsent(other, any -> new HashSet<>()).add(unit)));
    Set<ObjectName> touched =
        differences.stream()
            .flatMap(
                difference -> Stream.concat(Stream.of(unit(difference.object())), in(difference)))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    whole = withDependents(touched);
    needed = withNeeds(touched, units(target));
  }

  /** All in a schema that differs, as what is in one that goes is not told one by one. */
  private Stream<ObjectName> in(CatalogDifference difference) {
    return difference.object().kind() == ObjectKind.SCHEMA
        ? units.keySet().stream().filter(unit -> unit.parent().equals(difference.object()))
        : Stream.empty();
  }

  /** The objects of the database that belong to it. */
  Catalog copy() {
    return new Catalog(
        catalog.serverVersion(),
        catalog.objects().stream().filter(object -> isCopied(object)).toList());
  }

  /** Whether the object is in it with all that it is, so that it can be compared. */
  boolean hasWhole(ObjectName name) {
    return whole.contains(unit(name));
  }

  private boolean isCopied(SchemaObject object) {
    ObjectName unit = unit(object.name());
    return ALWAYS.contains(object.name().kind())
        || whole.contains(unit)
        || (needed.contains(unit) && isPlain(object));
  }

  /** What a table has to have so that others can refer to it. */
  private static boolean isPlain(SchemaObject object) {
    return !object.isForeignKey() && !ONLY_WITH_TABLE.contains(object.name().kind());
  }

  /** Tables that only refer to one that differs have no dependents that matter. */
  private Set<ObjectName> withDependents(Set<ObjectName> touched) {
    Set<ObjectName> all = new LinkedHashSet<>(touched);
    Deque<ObjectName> open = new ArrayDeque<>(touched);
    while (!open.isEmpty()) {
      for (ObjectName dependent : dependents.getOrDefault(open.remove(), Set.of())) {
        if (all.add(dependent) && !isTable(dependent)) {
          open.add(dependent);
        }
      }
    }
    return all;
  }

  private boolean isTable(ObjectName unit) {
    return unit.kind() == ObjectKind.TABLE
        && units.get(unit).stream()
            .noneMatch(object -> object.name().equals(unit) && object.isView());
  }

  private Set<ObjectName> withNeeds(
      Set<ObjectName> touched, Map<ObjectName, List<SchemaObject>> target) {
    Set<ObjectName> all = new HashSet<>(whole);
    Deque<ObjectName> open = new ArrayDeque<>(whole);
    touched.stream()
        .flatMap(unit -> mentioned(target.getOrDefault(unit, List.of())).stream())
        .filter(all::add)
        .forEach(open::add);
    while (!open.isEmpty()) {
      ObjectName unit = open.remove();
      Collection<SchemaObject> objects = units.getOrDefault(unit, List.of());
      mentioned(
              whole.contains(unit)
                  ? objects
                  : objects.stream().filter(Neighbourhood::isPlain).toList())
          .stream()
          .filter(all::add)
          .forEach(open::add);
    }
    return all;
  }

  private Set<ObjectName> mentioned(Collection<SchemaObject> objects) {
    return objects.stream()
        .flatMap(object -> object.traits().values().stream())
        .flatMap(text -> ObjectReferences.of(text).stream())
        .flatMap(name -> byKey.getOrDefault(name, Set.of()).stream())
        .collect(Collectors.toSet());
  }

  private static Map<ObjectName, List<SchemaObject>> units(Catalog catalog) {
    return catalog.objects().stream()
        .collect(
            Collectors.groupingBy(
                object -> unit(object.name()), LinkedHashMap::new, Collectors.toList()));
  }

  private static ObjectName unit(ObjectName name) {
    return Stream.of(name.parent())
        .filter(parent -> parent.kind() == ObjectKind.TABLE)
        .findFirst()
        .orElse(name);
  }
}
