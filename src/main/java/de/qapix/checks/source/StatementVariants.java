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
  private final Set<Mark> marks = new HashSet<>();

  private StatementVariants() {}

  /** The variants of each statement, in the order in which they were found. */
  static List<List<Variant>> apart(List<Variant> variants) {
    List<StatementVariants> statements = new ArrayList<>();
    for (Variant variant : variants) {
      Set<Mark> marks = Mark.of(List.of(variant));
      StatementVariants own = new StatementVariants();
      statements.stream()
          .filter(statement -> statement.sharesOneOf(marks))
          .toList()
          .forEach(
              same -> {
                own.variants.addAll(same.variants);
                own.marks.addAll(same.marks);
                statements.remove(same);
              });
      own.variants.add(variant);
      own.marks.addAll(marks);
      statements.add(own);
    }
    return statements.stream().map(statement -> statement.variants).toList();
  }

  private boolean sharesOneOf(Set<Mark> others) {
    return others.stream().anyMatch(marks::contains);
  }
}
