package de.qapix.checks.diff;

import de.qapix.catalog.CatalogObjects;
import de.qapix.catalog.ObjectKind;
import de.qapix.catalog.ObjectName;
import de.qapix.catalog.SchemaObject;
import de.qapix.checks.diff.Dependents.Depth;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** All objects that have to go first: those that are too much, those to be made anew, and more. */
final class Rebuilds {

  private final CatalogObjects from;
  private final CatalogObjects to;
  private final Dependents dependents;
  private final Set<ObjectName> gone = new LinkedHashSet<>();
  private final Deque<SchemaObject> open = new ArrayDeque<>();

  Rebuilds(CatalogObjects from, CatalogObjects to, Dependents dependents) {
    this.from = from;
    this.to = to;
    this.dependents = dependents;
  }

  /** Those that are gone already, those they pull along, and those in the way of an alteration. */
  Set<ObjectName> of(Set<ObjectName> first, List<ObjectName> altered) {
    first.forEach(this::add);
    altered.forEach(name -> open.add(from.get(name)));
    while (!open.isEmpty()) {
      SchemaObject changed = open.remove();
      from.all()
          .filter(object -> !gone.contains(object.name()))
          .filter(object -> dependents.needs(object, changed, depth(changed)))
          .map(SchemaObject::name)
          .toList()
          .forEach(this::add);
    }
    return gone;
  }

  private void add(ObjectName name) {
    if (gone.add(name)) {
      open.add(from.get(name));
    }
  }

  private Depth depth(SchemaObject changed) {
    if (changed.name().kind() != ObjectKind.COLUMN || gone.contains(changed.name())) {
      return Depth.GONE;
    }
    String type = to.get(changed.name()).trait("type").orElseThrow();
    return TypeWidening.isKnown(changed.trait("type").orElseThrow(), type)
        ? Depth.WIDER
        : Depth.OTHER;
  }
}
