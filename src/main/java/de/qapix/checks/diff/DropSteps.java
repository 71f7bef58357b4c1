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
          ObjectKind.DEFAULT_PRIVILEGES,
          ObjectKind.LANGUAGE,
          ObjectKind.ACCESS_METHOD,
          ObjectKind.FOREIGN_DATA_WRAPPER,
          ObjectKind.SERVER,
          ObjectKind.USER_MAPPING,
          ObjectKind.COLLATION,
          ObjectKind.TEXT_SEARCH_PARSER,
          ObjectKind.TEXT_SEARCH_TEMPLATE,
          ObjectKind.TEXT_SEARCH_DICTIONARY,
          ObjectKind.TEXT_SEARCH_CONFIGURATION,
          ObjectKind.CAST,
          ObjectKind.OPERATOR,
          ObjectKind.OPERATOR_FAMILY,
          ObjectKind.OPERATOR_CLASS,
          ObjectKind.FUNCTION,
          ObjectKind.SEQUENCE,
          ObjectKind.TYPE,
          ObjectKind.EXTENSION,
          ObjectKind.SCHEMA);

  private final CatalogObjects from;
  private final CatalogObjects to;
  private final Dependents dependents;
  private final List<CatalogDifference> drift;
  private final InheritedParts parts;

  DropSteps(
      CatalogObjects from,
      CatalogObjects to,
      Dependents dependents,
      List<CatalogDifference> drift,
      InheritedParts parts) {
    this.from = from;
    this.parts = parts;
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
    freed(gone).forEach(sequence -> changes.add(AlterSequence.free(sequence.name())));
    formerIdentities(gone)
        .forEach(sequence -> changes.add(Change.safe(SerialColumn.putAside(sequence))));
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
            .filter(object -> !isOwnerGone(object, gone))
            .filter(object -> replaced(gone).noneMatch(object.name().sql()::equals))
            .filter(object -> !goesWithType(object)));
  }

  /** The sequences that stay while their owners go, and are owned by those that come instead. */
  List<DiffStep> ownersAgain(Set<ObjectName> gone) {
    return freed(gone)
        .flatMap(sequence -> to.find(sequence.name()).stream())
        .filter(sequence -> sequence.trait("owner").isPresent())
        .map(AlterSequence::owner)
        .toList();
  }

  private Stream<SchemaObject> freed(Set<ObjectName> gone) {
    return from.all()
        .filter(object -> object.name().kind() == ObjectKind.SEQUENCE)
        .filter(sequence -> to.has(sequence.name()) && isOwnerGone(sequence, gone));
  }

  /** The sequences of former identities from which new ones take over. */
  private Stream<String> formerIdentities(Set<ObjectName> gone) {
    return identityChanges(gone)
        .map(from::get)
        .filter(column -> SerialColumn.successor(column, to.get(column.name())).isPresent())
        .flatMap(column -> column.trait("identity sequence name").stream());
  }

  /** The sequences that identities have replaced, and that go in that moment. */
  private Stream<String> replaced(Set<ObjectName> gone) {
    return identityChanges(gone)
        .flatMap(name -> SerialColumn.predecessor(from.get(name), to.get(name)).stream());
  }

  private Stream<ObjectName> identityChanges(Set<ObjectName> gone) {
    return drift.stream()
        .filter(difference -> difference.trait().equals("identity"))
        .map(CatalogDifference::object)
        .filter(name -> !gone.contains(name) && !gone.contains(name.parent()));
  }

  /** Whether a base type that is dropped takes the function with it. */
  private boolean goesWithType(SchemaObject object) {
    return object.name().kind() == ObjectKind.FUNCTION
        && extra()
            .filter(name -> name.kind() == ObjectKind.TYPE)
            .filter(name -> from.get(name).is("base type"))
            .anyMatch(name -> dependents.mentions(object, name));
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
    if (object.isInherited() && (!parts.leaves(table) || InheritedParts.goesWithParent(object))) {
      return false;
    }
    return !gone.contains(table)
        || (object.isForeignKey()
            && gone.stream()
                .filter(name -> name.kind() == ObjectKind.TABLE && !name.equals(table))
                .anyMatch(name -> dependents.mentions(object, name)));
  }

  private static boolean isOwnerGone(SchemaObject sequence, Set<ObjectName> gone) {
    String owner = sequence.trait("owner").orElse("");
    return gone.stream()
        .anyMatch(
            name ->
                (name.kind() == ObjectKind.TABLE && owner.startsWith(name.sql() + "."))
                    || (name.kind() == ObjectKind.COLUMN && owner.equals(name.sql())));
  }

  private List<Change> drops(Stream<SchemaObject> all) {
    List<SchemaObject> objects = all.toList();
    List<DiffStep> steps =
        new ArrayList<>(
            StepOrder.of(
                objects.stream()
                    .filter(object -> object.name().kind() != ObjectKind.DEFAULT_PRIVILEGES)
                    .map(object -> DiffStep.making(object, text(object), drop(object)))
                    .toList()));
    List<Change> changes = new ArrayList<>();
    objects.stream()
        .filter(object -> object.name().kind() == ObjectKind.DEFAULT_PRIVILEGES)
        .flatMap(object -> PrivilegeSteps.dropped(object, from.major()))
        .forEach(changes::add);
    Collections.reverse(steps);
    steps.forEach(
        step -> {
          changes.add(step.change());
          changes.addAll(ofOtherHeirs(from.get(step.object())));
        });
    return changes;
  }

  private Change drop(SchemaObject object) {
    return isKeptByHeirs(object) ? Drops.onlyHere(object) : Drops.change(object);
  }

  /** Whether a table below keeps the column that its parent loses. */
  private boolean isKeptByHeirs(SchemaObject object) {
    return object.name().kind() == ObjectKind.COLUMN
        && from.heirs(object).anyMatch(heir -> to.has(heir.name()));
  }

  private List<Change> ofOtherHeirs(SchemaObject object) {
    return isKeptByHeirs(object)
        ? from.heirs(object).filter(heir -> !to.has(heir.name())).map(this::drop).toList()
        : List.of();
  }

  private String text(SchemaObject object) {
    return Stream.concat(Stream.of(object), from.columnsOf(object.name()).stream())
        .map(ObjectSql::text)
        .collect(joining(" "));
  }
}
