package de.qapix.catalog;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Differences that only follow from another one: those that a partition has from its parent table,
 * those of a view's columns from the view, and all those in a table that has become a view.
 */
final class ImpliedDifferences implements Predicate<CatalogDifference> {

  private static final Set<String> OWN_IN_A_VIEW =
      Set.of(
          "attribute options",
          "comment",
          "compression",
          "default",
          "privileges",
          "statistics target",
          "storage");

  /** What a child's column does not get when its parent's does. */
  private static final Set<String> NEVER_INHERITED = Set.of("comment", "options", "privileges");

  /** What the index or constraint of a child has of its own. */
  private static final Set<String> OWN_OF_A_CHILD =
      Set.of("clustered", "comment", "statistics targets", "storage parameters", "tablespace");

  private final Map<ObjectName, SchemaObject> wanted;
  private final Map<ObjectName, SchemaObject> there;
  private final Set<CatalogDifference> all;

  ImpliedDifferences(
      Map<ObjectName, SchemaObject> wanted,
      Map<ObjectName, SchemaObject> there,
      List<CatalogDifference> all) {
    this.wanted = wanted;
    this.there = there;
    this.all = new HashSet<>(all);
  }

  @Override
  public boolean test(CatalogDifference difference) {
    ObjectName table = difference.object().parent();
    if (table.kind() != ObjectKind.TABLE) {
      return false;
    }
    return !sameTrait(table, "type")
        || ofView(difference, table)
        || ofInherited(difference, table)
        || ofChildThatLeft(difference, table)
        || parentHas(difference, table);
  }

  /** The NOT NULL of a parent has a name that its children lose with it. */
  private boolean ofChildThatLeft(CatalogDifference difference, ObjectName table) {
    return difference.trait().equals("not null constraint") && !sameTrait(table, "parent");
  }

  private boolean ofView(CatalogDifference difference, ObjectName table) {
    return difference.object().kind() == ObjectKind.COLUMN
        && trait(wanted, table, "type").orElse("").endsWith("view")
        && !OWN_IN_A_VIEW.contains(difference.trait());
  }

  private boolean ofInherited(CatalogDifference difference, ObjectName table) {
    boolean expected = trait(wanted, difference.object(), "inherited").isPresent();
    boolean found = trait(there, difference.object(), "inherited").isPresent();
    boolean sameParent = sameTrait(table, "parent");
    return switch (difference.kind()) {
      case MISSING -> expected && (sameParent || goesWithParent(difference));
      case EXTRA -> found && (sameParent || goesWithParent(difference));
      case CHANGED ->
          expected && found && sameParent && !OWN_OF_A_CHILD.contains(difference.trait());
    };
  }

  /** A partition that is detached keeps its indexes and constraints, but not these. */
  private static boolean goesWithParent(CatalogDifference difference) {
    return difference.object().kind() == ObjectKind.TRIGGER;
  }

  private boolean parentHas(CatalogDifference difference, ObjectName table) {
    if (difference.object().kind() != ObjectKind.COLUMN
        || NEVER_INHERITED.contains(difference.trait())
        || !sameTrait(table, "parent")) {
      return false;
    }
    return trait(wanted, table, "parent").stream()
        .flatMap(parents -> Set.of(parents.split(", ")).stream())
        .anyMatch(parent -> all.stream().anyMatch(other -> same(difference, other, parent)));
  }

  private static boolean same(
      CatalogDifference difference, CatalogDifference other, String parent) {
    return other.object().kind() == ObjectKind.COLUMN
        && other.object().name().equals(difference.object().name())
        && other.object().parent().sql().equals(parent)
        && new CatalogDifference(
                difference.kind(),
                other.object(),
                difference.trait(),
                difference.expected(),
                difference.found())
            .equals(other);
  }

  private boolean sameTrait(ObjectName name, String trait) {
    return trait(wanted, name, trait).equals(trait(there, name, trait));
  }

  private static Optional<String> trait(
      Map<ObjectName, SchemaObject> objects, ObjectName name, String trait) {
    return Optional.ofNullable(objects.get(name)).flatMap(object -> object.trait(trait));
  }
}
