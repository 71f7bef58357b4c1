package de.qapix.checks.schema;

import de.qapix.catalog.Catalog;
import de.qapix.catalog.CatalogDifference;
import de.qapix.catalog.RenameGuess;
import de.qapix.checks.finding.Finding;
import de.qapix.checks.finding.Severity;
import java.util.List;
import java.util.Set;

/** What differences mean for somebody's database, where the whole of it is ours to expect. */
final class DriftFindings {

  /** What makes a database faster or slower, and nothing else. */
  private static final Set<String> TUNING =
      Set.of(
          "attribute options",
          "clustered",
          "statistics target",
          "statistics targets",
          "tablespace",
          "toast parameters");

  private DriftFindings() {}

  /**
   * All of them, as errors; a comment or a hint to the planner that differs is a warning.
   *
   * @param live the database that was compared
   */
  static List<Finding> of(List<CatalogDifference> differences, Catalog live) {
    return differences.stream()
        .map(difference -> of(difference, severity(difference), live, ""))
        .toList();
  }

  static Severity severity(CatalogDifference difference) {
    return isComment(difference) || TUNING.contains(difference.trait())
        ? Severity.WARNING
        : Severity.ERROR;
  }

  static boolean isComment(CatalogDifference difference) {
    return difference.trait().matches(".*\\bcomments?");
  }

  /**
   * @param breaks the commands that no longer work, with commas between; empty where none is known
   */
  static Finding of(CatalogDifference difference, Severity severity, Catalog live, String breaks) {
    Finding finding =
        Finding.error(difference.rule(), difference.object().sql())
            .with(severity)
            .withArguments(difference.object().kind().word(), difference.trait(), breaks);
    Finding expected = difference.expected().map(finding::expected).orElse(finding);
    return difference
        .found()
        .or(() -> RenameGuess.of(difference, live))
        .map(expected::found)
        .orElse(expected);
  }
}
