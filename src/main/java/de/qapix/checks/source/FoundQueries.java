package de.qapix.checks.source;

import de.qapix.checks.evaluation.Form;
import de.qapix.checks.evaluation.Way;
import de.qapix.checks.text.Hole;
import de.qapix.checks.text.Literal;
import de.qapix.checks.text.Piece;
import de.qapix.checks.text.Query;
import de.qapix.checks.text.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The queries found so far. One whose pieces are all among those of another is a part of it. */
final class FoundQueries {

  private record Mark(String file, int offset) {}

  private record Finding(Query query, Set<Mark> marks) {}

  private final List<Finding> findings = new ArrayList<>();

  /**
   * Adds a query.
   *
   * @param own the first piece that is written in this file
   * @param whole whether it has no other forms
   */
  void add(
      SourceText source, Literal own, List<Form> forms, boolean whole, Optional<String> library) {
    Map<Object, Integer> decisions = new HashMap<>();
    List<Set<Query.Branch>> branches = new ArrayList<>();
    for (Form form : forms) {
      Set<Query.Branch> ofForm = new HashSet<>();
      for (Way way : form.ways()) {
        int number = decisions.computeIfAbsent(way.decision(), any -> decisions.size());
        ofForm.add(new Query.Branch(number, way.branch()));
      }
      branches.add(ofForm);
    }
    Query query =
        new Query(
            source,
            own.offset(0),
            own.offset(own.sql().length()),
            forms.stream().map(Form::pieces).toList(),
            branches,
            whole,
            library);
    findings.add(new Finding(query, marks(forms)));
  }

  private static Set<Mark> marks(List<Form> forms) {
    Set<Mark> marks = new HashSet<>();
    forms.forEach(form -> form.pieces().forEach(piece -> mark(piece, marks)));
    return marks;
  }

  /** Adds a query whose whole text is a hole. */
  void addUnknown(Hole hole, Optional<String> library) {
    Query query = Query.of(hole.source(), hole.start(), hole.end(), List.of(hole), library);
    findings.add(new Finding(query, Set.of(new Mark(hole.source().file(), hole.start()))));
  }

  private static void mark(Piece piece, Set<Mark> marks) {
    if (piece instanceof Literal literal && !literal.sql().isBlank()) {
      marks.add(new Mark(literal.source().file(), literal.origin()));
    }
  }

  List<Query> queries() {
    Map<Mark, List<Finding>> byMark = new HashMap<>();
    findings.forEach(
        finding ->
            finding
                .marks()
                .forEach(
                    mark -> byMark.computeIfAbsent(mark, any -> new ArrayList<>()).add(finding)));
    Set<Set<Mark>> seen = new HashSet<>();
    List<Query> queries = new ArrayList<>();
    for (Finding finding : findings) {
      Mark any = finding.marks().iterator().next();
      boolean part = byMark.get(any).stream().anyMatch(other -> isPart(finding, other));
      if (!part && seen.add(finding.marks())) {
        queries.add(finding.query());
      }
    }
    queries.sort(Comparator.comparingInt(Query::start));
    return queries;
  }

  private static boolean isPart(Finding finding, Finding other) {
    return other.marks().size() > finding.marks().size()
        && other.marks().containsAll(finding.marks());
  }
}
