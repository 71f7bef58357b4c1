package de.qapix.catalog;

import static java.util.function.Predicate.not;

import de.qapix.catalog.CatalogDifference.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares two catalogs. Both are texts of a server, so equal things look equal; what a table that
 * is missing or too much has in it is not listed one by one.
 */
public final class CatalogComparison {

  private CatalogComparison() {}

  /** All differences, in the order of the objects' names. */
  public static List<CatalogDifference> between(Catalog expected, Catalog found) {
    Map<ObjectName, SchemaObject> wanted = expected.byName();
    Map<ObjectName, SchemaObject> there = found.byName();
    ComparablePrint printing = ComparablePrint.of(expected, found);
    Set<ObjectName> names = new TreeSet<>(wanted.keySet());
    names.addAll(there.keySet());
    List<CatalogDifference> differences = new ArrayList<>();
    for (ObjectName name : names) {
      if (!there.containsKey(name)) {
        missing(wanted, there, name).ifPresent(differences::add);
      } else if (!wanted.containsKey(name)) {
        extra(wanted, there, name).ifPresent(differences::add);
      } else {
        new ChangedTraits(wanted.get(name), there.get(name), printing)
            .differences()
            .forEach(differences::add);
      }
    }
    return differences.stream()
        .filter(not(new ImpliedDifferences(wanted, there, differences)))
        .toList();
  }

  private static Optional<CatalogDifference> missing(
      Map<ObjectName, SchemaObject> wanted, Map<ObjectName, SchemaObject> there, ObjectName name) {
    boolean parentMissing =
        !name.parent().equals(name)
            && wanted.containsKey(name.parent())
            && !there.containsKey(name.parent());
    return parentMissing
        ? Optional.empty()
        : Optional.of(
            new CatalogDifference(
                Kind.MISSING, name, "", summary(wanted.get(name)), Optional.empty()));
  }

  private static Optional<CatalogDifference> extra(
      Map<ObjectName, SchemaObject> wanted, Map<ObjectName, SchemaObject> there, ObjectName name) {
    boolean parentExtra =
        !name.parent().equals(name)
            && there.containsKey(name.parent())
            && !wanted.containsKey(name.parent());
    return parentExtra
        ? Optional.empty()
        : Optional.of(
            new CatalogDifference(
                Kind.EXTRA, name, "", Optional.empty(), summary(there.get(name))));
  }

  /** What a reader has to know of an object to recognize it. */
  private static Optional<String> summary(SchemaObject object) {
    return object
        .trait("definition")
        .or(() -> object.trait("labels"))
        .or(() -> object.trait("type"))
        .or(() -> object.trait("privileges"));
  }
}
