package de.qapix.checks.diff;

import de.qapix.catalog.CatalogObjects;
import de.qapix.catalog.ObjectKind;
import de.qapix.catalog.ObjectName;
import de.qapix.catalog.SchemaObject;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Indexes, constraints and triggers that a table has from its parent. */
final class InheritedParts {

  private final CatalogObjects from;
  private final CatalogObjects to;
  private final Map<String, ObjectName> byName;

  InheritedParts(CatalogObjects from, CatalogObjects to) {
    this.from = from;
    this.to = to;
    byName =
        Stream.concat(from.all(), to.all())
            .map(SchemaObject::name)
            .filter(name -> name.kind() == ObjectKind.INDEX || name.kind() == ObjectKind.CONSTRAINT)
            .collect(Collectors.toMap(ObjectName::sql, name -> name, (one, other) -> one));
  }

  /** The object of the parent table from which it is. */
  Optional<ObjectName> origin(SchemaObject part) {
    return part.trait("inherited").map(byName::get);
  }

  /** All that the server drops with these, or with the tie to a parent, and that is to be there. */
  Set<ObjectName> dropped(Set<ObjectName> gone) {
    Set<ObjectName> all = new HashSet<>(gone);
    Set<ObjectName> dropped = new HashSet<>();
    boolean grows = true;
    while (grows) {
      Set<ObjectName> next =
          from.all()
              .filter(SchemaObject::isInherited)
              .filter(part -> !all.contains(part.name()) && goes(part, all))
              .map(SchemaObject::name)
              .collect(Collectors.toSet());
      all.addAll(next);
      next.stream()
          .filter(name -> to.has(name) && isMadeByItself(to.get(name)))
          .forEach(dropped::add);
      grows = !next.isEmpty();
    }
    return dropped;
  }

  /** Triggers of tables that get them from a parent instead. */
  Stream<ObjectName> replaced() {
    return from.all()
        .filter(part -> goesWithParent(part) && !part.isInherited())
        .map(SchemaObject::name)
        .filter(name -> to.find(name).filter(SchemaObject::isInherited).isPresent());
  }

  private boolean goes(SchemaObject part, Set<ObjectName> gone) {
    return leaves(part.name().parent())
        ? goesWithParent(part)
        : origin(part).filter(gone::contains).isPresent();
  }

  /** Whether the table stays without its parent, so that all in it is its own. */
  boolean leaves(ObjectName table) {
    return to.has(table)
        && from.has(table)
        && !from.get(table).trait("parent").equals(to.get(table).trait("parent"));
  }

  /** What a partition does not keep when it is detached. */
  static boolean goesWithParent(SchemaObject part) {
    return part.name().kind() == ObjectKind.TRIGGER;
  }

  /** Whether a statement of its own has to make it, before that for the parent finds it there. */
  static boolean isMadeByItself(SchemaObject part) {
    return !part.isInherited() || ServerNames.isNamedByHand(part);
  }
}
