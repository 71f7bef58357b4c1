package de.qapix.checks.query;

import de.qapix.checks.finding.Finding;
import de.qapix.checks.finding.Place;
import de.qapix.checks.statement.MappedText;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which queries a mistake breaks: several where it is in a piece that they share. */
final class SharedPieces {

  private final Map<Place, Set<Place>> queries = new HashMap<>();

  /** What is wrong in a query. */
  void add(Collection<QueryError> errors, Place query) {
    for (QueryError error : errors) {
      MappedText.Spot spot = error.spot();
      Place place = spot.source().place(spot.start(), spot.end());
      queries.computeIfAbsent(place, any -> new TreeSet<>()).add(query);
    }
  }

  /** The finding with the queries that have it. */
  Finding told(Finding finding) {
    return finding.breaking(
        finding.place().map(place -> queries.getOrDefault(place, Set.of())).orElse(Set.of()));
  }

  /** What several files have found in the same piece, once. */
  static List<Finding> merged(Collection<Finding> findings) {
    Map<Finding, Set<Place>> all = new LinkedHashMap<>();
    for (Finding finding : findings) {
      all.computeIfAbsent(finding.breaking(Set.of()), any -> new TreeSet<>())
          .addAll(finding.breaks());
    }
    return all.entrySet().stream().map(each -> each.getKey().breaking(each.getValue())).toList();
  }
}
