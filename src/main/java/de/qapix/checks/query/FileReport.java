package de.qapix.checks.query;

import de.qapix.checks.finding.Extent;
import de.qapix.checks.finding.Finding;
import de.qapix.checks.finding.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was found in a file, or in some.
 *
 * @param fixes for those findings that can only be meant in one way
 * @param skipped the queries that were not looked at whole
 */
public record FileReport(
    List<Finding> findings, Extent extent, List<Fix> fixes, List<Skipped> skipped) {

  public FileReport {
    findings = List.copyOf(findings);
    fixes = List.copyOf(fixes);
    skipped = List.copyOf(skipped);
  }

  /** A query that was not looked at whole. */
  public record Skipped(Place place, Skip why) {}

  /**
   * Nothing but files that were not read.
   *
   * @param unread the reason for each
   */
  static FileReport unread(Map<String, String> unread) {
    return new FileReport(List.of(), new Extent(0, 0, Map.of(), 0, unread), List.of(), List.of());
  }

  /** All together. What several files share is told once. */
  public static FileReport of(Collection<FileReport> reports) {
    List<Finding> findings = new ArrayList<>();
    Set<Fix> fixes = new LinkedHashSet<>();
    List<Skipped> skipped = new ArrayList<>();
    reports.forEach(
        report -> {
          findings.addAll(report.findings());
          fixes.addAll(report.fixes());
          skipped.addAll(report.skipped());
        });
    return new FileReport(
        SharedPieces.merged(findings),
        reports.stream().map(FileReport::extent).reduce(Extent.NONE, Extent::plus),
        List.copyOf(fixes),
        skipped);
  }
}
