package de.qapix.cli.schema;

import de.qapix.checks.finding.Place;
import java.util.Set;
import java.util.function.Function;

/**
 * What a check has found in one of several databases, before it is known what the others say about
 * the same queries.
 *
 * @param right the queries that are right for this one
 * @param given what is told when it is known which are right for another one
 */
record PendingResult(Set<Place> right, Function<Set<Place>, CheckResult> given) {

  PendingResult {
    right = Set.copyOf(right);
  }

  /** One that has nothing to do with queries. */
  static PendingResult of(CheckResult result) {
    return new PendingResult(Set.of(), elsewhere -> result);
  }
}
