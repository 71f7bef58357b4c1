package de.qapix.checks.source;

import de.qapix.checks.evaluation.BranchTaken;
import de.qapix.checks.evaluation.Variant;
import de.qapix.checks.text.Hole;
import de.qapix.checks.text.Literal;
import de.qapix.checks.text.Query;
import de.qapix.checks.text.Recipient;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The queries found so far. One whose pieces are all among those of another is a part of it, and
 * what is sent in several places is one.
 */
final class FoundQueries {

  private record Finding(Query query, Set<TextPlace> places) {}

  private final List<Finding> findings = new ArrayList<>();

  /**
   * Adds a query.
   *
   * @param own the first piece that is written in this file
   * @param whole whether it has no other variants
   */
  void add(Literal own, List<Variant> variants, boolean whole, Recipient recipient) {
    Map<Object, Integer> decisions = new HashMap<>();
    List<Set<Query.Branch>> branches = new ArrayList<>();
    for (Variant variant : variants) {
      Set<Query.Branch> ofVariant = new HashSet<>();
      for (BranchTaken taken : variant.taken()) {
        int number = decisions.computeIfAbsent(taken.decision(), any -> decisions.size());
        ofVariant.add(new Query.Branch(number, taken.branch()));
      }
      branches.add(ofVariant);
    }
    Query query =
        new Query(
            own.offset(0),
            own.offset(own.sql().length()),
            variants.stream().map(Variant::pieces).toList(),
            branches,
            whole,
            recipient);
    findings.add(new Finding(query, TextPlace.of(variants)));
  }

  /** Adds a query whose whole text is a hole. */
  void addUnknown(Hole hole, Recipient recipient) {
    Query query = Query.of(hole.start(), hole.end(), List.of(hole), recipient);
    findings.add(new Finding(query, Set.of(new TextPlace(hole.source().file(), hole.start()))));
  }

  List<Query> queries() {
    Map<TextPlace, List<Finding>> byPlace = new HashMap<>();
    findings.forEach(
        finding ->
            finding
                .places()
                .forEach(
                    mark -> byPlace.computeIfAbsent(mark, any -> new ArrayList<>()).add(finding)));
    Map<Set<TextPlace>, Query> queries = new LinkedHashMap<>();
    for (Finding finding : findings) {
      TextPlace any = finding.places().iterator().next();
      boolean part = byPlace.get(any).stream().anyMatch(other -> isPart(finding, other));
      if (!part) {
        queries.merge(
            finding.places(), finding.query(), (first, again) -> first.with(again.rows()));
      }
    }
    return queries.values().stream().sorted(Comparator.comparingInt(Query::start)).toList();
  }

  private static boolean isPart(Finding finding, Finding other) {
    return other.places().size() > finding.places().size()
        && other.places().containsAll(finding.places());
  }
}
