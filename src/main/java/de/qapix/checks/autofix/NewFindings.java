package de.qapix.checks.autofix;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import de.qapix.checks.finding.Finding;
import de.qapix.checks.query.FileReport;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Compares what is said about a file before and after something is changed in it. */
final class NewFindings {

  private NewFindings() {}

  /** The first finding that there are more of its kind of now; places may have moved. */
  static Optional<Finding> first(FileReport before, FileReport after) {
    Map<List<String>, Long> left =
        new HashMap<>(all(before).collect(groupingBy(NewFindings::kind, counting())));
    return all(after).filter(finding -> left.merge(kind(finding), -1L, Long::sum) < 0).findFirst();
  }

  private static Stream<Finding> all(FileReport report) {
    return Stream.concat(
        report.findings().stream(),
        report.inDoubt().stream().flatMap(query -> query.findings().stream()));
  }

  private static List<String> kind(Finding finding) {
    return List.of(finding.rule(), finding.subject());
  }
}
