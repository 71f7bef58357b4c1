package de.qapix.checks.diff;

import static java.util.stream.Collectors.joining;

import de.qapix.catalog.CatalogDifference;
import de.qapix.catalog.CatalogDifference.Kind;
import de.qapix.catalog.CatalogObjects;
import de.qapix.catalog.ObjectKind;
import de.qapix.catalog.ObjectName;
import de.qapix.catalog.SchemaObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The changes that drop what is too much or in the way, and those that make this possible. */
final class DropSteps {

  private static final Set<ObjectKind> LATE =
      Set.of(
          ObjectKind.FUNCTION,
          ObjectKind.SEQUENCE,
          ObjectKind.TYPE,
          ObjectKind.EXTENSION,
          ObjectKind.SCHEMA);

  private final CatalogObjects from;
  private final CatalogObjects to;
  private final Dependents dependents;
  private final List<CatalogDifference> drift;

  DropSteps(
      CatalogObjects from,
      CatalogObjects to,
      Dependents dependents,
      List<CatalogDifference> drift) {
    this.from = from;
    this.to = to;
    this.dependents = dependents;
    this.drift = drift;
  }

  /** Whether it can only go when all that uses it has been changed. */
  static boolean isLate(ObjectName name) {
    return LATE.contains(name.kind());
  }

  /** All that is too much, also in a schema that is. */
  Stream<ObjectName> extra() {
    List<ObjectName> told =
        drift.stream()
            .filter(difference -> difference.kind() == Kind.EXTRA)
            .map(CatalogDifference::object)
            .toList();
    return from.all()
        .map(SchemaObject::name)
        .filter(
            name ->
                told.contains(name)
                    || (name.parent().kind() == ObjectKind.SCHEMA && told.contains(name.parent())));
  }

  List<Change> early(Set<ObjectName> gone) {
    List<Change> changes = new ArrayList<>();
    drift.stream()
        .filter(difference -> difference.trait().equals("owner"))
        .map(CatalogDifference::object)
        .filter(name -> isOwnerGone(from.get(name), gone))
        .forEach(name -> changes.add(AlterSequence.free(name)));
    drift.stream()
        .filter(difference -> difference.trait().equals("parent"))
        .map(difference -> from.get(difference.object()))
        .filter(table -> table.trait("parent").isPresent())
        .forEach(table -> changes.add(AlterTable.leave(table).change()));
    defaults(gone).forEach(column -> changes.add(AlterColumn.dropDefault(column).change()));
    changes.addAll(drops(gone.stream().map(from::get).filter(object -> isDropped(object, gone))));
    return changes;
  }

  List<Change> late(Set<ObjectName> gone) {
    return drops(
        extra()
            .filter(name -> isLate(name) && !gone.contains(name))
            .map(from::get)
            .filter(object -> !isOwnerGone(object, gone)));
  }

  /** Defaults that had to go only because a function that they call is made anew. */
  List<DiffStep> defaultsAgain(Set<ObjectName> gone) {
    return defaults(gone)
        .flatMap(column -> to.find(column.name()).stream())
        .filter(column -> column.trait("default").isPresent())
        .map(AlterColumn::setDefault)
        .toList();
  }

  private Stream<SchemaObject> defaults(Set<ObjectName> gone) {
    List<ObjectName> functions =
        gone.stream().filter(name -> name.kind() == ObjectKind.FUNCTION).toList();
    return from.all()
        .filter(object -> object.name().kind() == ObjectKind.COLUMN)
        .filter(column -> !gone.contains(column.name()) && !gone.contains(column.name().parent()))
        .filter(column -> column.trait("default").isPresent())
        .filter(column -> functions.stream().anyMatch(name -> dependents.mentions(column, name)));
  }

  /**
   * What is in a table goes with it, and what is inherited with its origin, but keys that tie two
   * such tables together go before.
   */
  private boolean isDropped(SchemaObject object, Set<ObjectName> gone) {
    ObjectName table = object.name().parent();
    if (object.isInherited() && !leaves(table)) {
      return false;
    }
    return !gone.contains(table)
        || (object.isForeignKey()
            && gone.stream()
                .filter(name -> name.kind() == ObjectKind.TABLE && !name.equals(table))
                .anyMatch(name -> dependents.mentions(object, name)));
  }

  /** Whether the table stays without its parent, so that all in it is its own. */
  private boolean leaves(ObjectName table) {
    return to.has(table) && !from.get(table).trait("parent").equals(to.get(table).trait("parent"));
  }

  private static boolean isOwnerGone(SchemaObject sequence, Set<ObjectName> gone) {
    String owner = sequence.trait("owner").orElse("");
    return gone.stream()
        .anyMatch(
            name ->
                (name.kind() == ObjectKind.TABLE && owner.startsWith(name.sql() + "."))
                    || (name.kind() == ObjectKind.COLUMN && owner.equals(name.sql())));
  }

  private List<Change> drops(Stream<SchemaObject> objects) {
    List<DiffStep> steps =
        StepOrder.of(
            objects
                .map(object -> DiffStep.making(object, text(object), Drops.change(object)))
                .toList());
    List<Change> changes = new ArrayList<>(steps.stream().map(DiffStep::change).toList());
    Collections.reverse(changes);
    return changes;
  }

  private String text(SchemaObject object) {
    return Stream.concat(Stream.of(object), from.columnsOf(object.name()).stream())
        .map(ObjectSql::text)
        .collect(joining(" "));
  }
}
