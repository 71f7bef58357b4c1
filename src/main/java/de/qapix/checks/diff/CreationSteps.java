package de.qapix.checks.diff;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toSet;

import de.qapix.catalog.CatalogDifference;
import de.qapix.catalog.CatalogDifference.Kind;
import de.qapix.catalog.CatalogObjects;
import de.qapix.catalog.ObjectKind;
import de.qapix.catalog.ObjectName;
import de.qapix.catalog.SchemaObject;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The steps that make all that is missing, and again what had to go for a moment. */
final class CreationSteps {

  private final CatalogObjects from;
  private final CatalogObjects to;
  private final Set<ObjectName> gone;
  private final Set<ObjectName> missing;
  private final Set<ObjectName> tables;
  private final InheritedParts parts;

  CreationSteps(
      CatalogObjects from,
      CatalogObjects to,
      List<CatalogDifference> drift,
      Set<ObjectName> gone,
      InheritedParts parts) {
    this.from = from;
    this.parts = parts;
    this.to = to;
    this.gone = gone;
    missing =
        drift.stream()
            .filter(difference -> difference.kind() == Kind.MISSING)
            .map(CatalogDifference::object)
            .collect(toSet());
    tables =
        to.all()
            .map(SchemaObject::name)
            .filter(name -> name.kind() == ObjectKind.TABLE && isNew(name))
            .collect(toSet());
  }

  List<DiffStep> steps() {
    Creations creations = new Creations(from, to);
    return Stream.concat(
            to.all()
                .filter(this::isMade)
                .sorted(
                    comparing(object -> object.isInherited() ? -to.generation(object.name()) : 0))
                .flatMap(creations::steps),
            ties())
        .toList();
  }

  private boolean isMade(SchemaObject object) {
    boolean tableIsNew = tables.contains(object.name().parent());
    if (parts.origin(object).filter(this::isMadeAnew).isPresent()) {
      return ServerNames.isNamedByHand(object) || isTiedByHand(object);
    }
    if (object.isInherited()) {
      return !tableIsNew && isNew(object.name()) && isKeptByParent(object);
    }
    return object.name().kind() == ObjectKind.COLUMN
        ? !tableIsNew && isNew(object.name())
        : tableIsNew || isNew(object.name());
  }

  /** Whether a new parent takes the thing over, rather than make one of its own. */
  private static boolean isKeptByParent(SchemaObject object) {
    return object.name().kind() != ObjectKind.TRIGGER && !object.isForeignKey();
  }

  /** A statement for a parent whose index is invalid leaves out the partitions. */
  private boolean isTiedByHand(SchemaObject part) {
    return part.name().kind() == ObjectKind.INDEX
        && parts
            .origin(part)
            .flatMap(to::find)
            .filter(origin -> origin.is("validity", "invalid"))
            .isPresent();
  }

  private Stream<DiffStep> ties() {
    return to.all()
        .filter(this::isMade)
        .filter(this::isTiedByHand)
        .flatMap(
            part ->
                parts.origin(part).flatMap(to::find).stream()
                    .map(origin -> Alterations.tie(origin, part)));
  }

  private boolean isMadeAnew(ObjectName origin) {
    return to.has(origin) && (tables.contains(origin.parent()) || isNew(origin));
  }

  private boolean isNew(ObjectName name) {
    boolean schemaIsNew =
        missing.contains(new ObjectName(ObjectKind.SCHEMA, name.schema(), "", ""));
    return missing.contains(name) || gone.contains(name) || (schemaIsNew && !from.has(name));
  }
}
