package de.qapix.checks.source;

import de.qapix.checks.evaluation.Variant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells statements apart that one expression can be: those that have nothing in common are queries
 * of their own.
 */
final class StatementVariants {

  private final List<Variant> variants = new ArrayList<>();
  private final Set<TextPlace> places = new HashSet<>();

  private StatementVariants() {}

  /** The variants of each statement, in the order in which they were found. */
  static List<List<Variant>> apart(List<Variant> variants) {
    List<StatementVariants> statements = new ArrayList<>();
    for (Variant variant : variants) {
      Set<TextPlace> places = TextPlace.of(List.of(variant));
      StatementVariants own = new StatementVariants();
      statements.stream()
          .filter(statement -> statement.sharesOneOf(places))
          .toList()
          .forEach(
              same -> {
                own.variants.addAll(same.variants);
                own.places.addAll(same.places);
                statements.remove(same);
              });
      own.variants.add(variant);
      own.places.addAll(places);
      statements.add(own);
    }
    return statements.stream().map(statement -> statement.variants).toList();
  }

  private boolean sharesOneOf(Set<TextPlace> others) {
    return others.stream().anyMatch(places::contains);
  }
}
