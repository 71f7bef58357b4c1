package de.qapix.schema;

import de.qapix.finding.Finding;
import de.qapix.finding.Severity;
import java.util.List;

/** What differences mean for somebody's database, where the whole of it is ours to expect. */
public final class DriftFindings {

  private static final String COMMENT = "comment";

  private DriftFindings() {}

  public static List<Finding> of(List<Difference> differences) {
    return differences.stream()
        .map(
            difference ->
                of(
                    difference,
                    difference.trait().equals(COMMENT) ? Severity.WARNING : Severity.ERROR,
                    ""))
        .toList();
  }

  /**
   * @param breaks the commands that no longer work, with commas between; empty where none is known
   */
  static Finding of(Difference difference, Severity severity, String breaks) {
    Finding finding =
        Finding.error(difference.rule(), difference.object().sql())
            .with(severity)
            .withArguments(difference.object().kind().word(), difference.trait(), breaks);
    Finding expected = difference.expected().map(finding::expected).orElse(finding);
    return difference.found().map(expected::found).orElse(expected);
  }
}
