package de.qapix.checks.diff;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import de.qapix.catalog.Catalog;
import de.qapix.catalog.CatalogComparison;
import de.qapix.catalog.CatalogDifference;
import de.qapix.catalog.CatalogDifference.Kind;
import de.qapix.catalog.CatalogObjects;
import de.qapix.catalog.ObjectKind;
import de.qapix.catalog.ObjectName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The statements that turn one database into another one. What is in the way of a change is dropped
 * first and made again after it. Each statement is meant to be committed by itself, as the server
 * does not let a new label of an enum be used before.
 */
public final class DiffSql {

  private final CatalogObjects from;
  private final CatalogObjects to;
  private final List<CatalogDifference> drift;
  private final Alterations alterations;
  private final DropSteps drops;
  private final Set<ObjectName> gone;
  private final InheritedParts parts;

  private DiffSql(Catalog from, Catalog to) {
    this.from = new CatalogObjects(from);
    this.to = new CatalogObjects(to);
    drift = CatalogComparison.between(to, from);
    alterations = new Alterations(this.from, this.to);
    Dependents dependents = new Dependents(this.from);
    parts = new InheritedParts(this.from, this.to);
    drops = new DropSteps(this.from, this.to, dependents, drift, parts);
    gone = new Rebuilds(this.from, this.to, dependents).of(first(), retyped());
    gone.addAll(parts.dropped(gone));
  }

  /** In an order that works; empty where the two are the same. */
  public static List<Change> between(Catalog from, Catalog to) {
    return new DiffSql(from, to).changes();
  }

  private List<Change> changes() {
    List<DiffStep> altered =
        changed()
            .filter(difference -> stays(difference.object()))
            .sorted(comparing(difference -> to.generation(difference.object())))
            .flatMap(alterations::steps)
            .toList();
    List<DiffStep> steps = new ArrayList<>(altered);
    steps.addAll(new CreationSteps(from, to, drift, gone, parts).steps());
    steps.addAll(drops.defaultsAgain(gone));
    steps.addAll(drops.ownersAgain(gone));
    List<Change> changes = new ArrayList<>(drops.early(gone));
    StepOrder.of(steps.stream().distinct().toList()).forEach(step -> changes.add(step.change()));
    changes.addAll(drops.late(gone));
    return withoutBodyChecks(changes.stream().distinct().toList());
  }

  /** A body may name what is made later only. */
  private static List<Change> withoutBodyChecks(List<Change> changes) {
    if (changes.stream()
        .noneMatch(
            change ->
                change instanceof Change.Statement made
                    && made.sql().startsWith("CREATE OR REPLACE"))) {
      return changes;
    }
    return Stream.concat(
            Stream.of(Change.safe("set check_function_bodies = off")), changes.stream())
        .toList();
  }

  private Set<ObjectName> first() {
    return Stream.of(
            drops.extra().filter(Predicate.not(DropSteps::isLate)),
            changed().filter(alterations::needsNew).map(CatalogDifference::object),
            parts.replaced())
        .flatMap(names -> names)
        .collect(toCollection(LinkedHashSet::new));
  }

  private List<ObjectName> retyped() {
    Set<ObjectName> anew =
        changed().filter(alterations::needsNew).map(CatalogDifference::object).collect(toSet());
    return changed()
        .filter(difference -> Set.of("type", "collation").contains(difference.trait()))
        .map(CatalogDifference::object)
        .filter(name -> name.kind() == ObjectKind.COLUMN && !anew.contains(name))
        .toList();
  }

  private boolean stays(ObjectName name) {
    return !gone.contains(name) && !gone.contains(name.parent());
  }

  private Stream<CatalogDifference> changed() {
    return drift.stream().filter(difference -> difference.kind() == Kind.CHANGED);
  }
}
