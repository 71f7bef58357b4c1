package de.qapix.cli.schema;

import de.qapix.checks.finding.Extent;
import de.qapix.checks.finding.Finding;
import de.qapix.checks.finding.Findings;
import de.qapix.checks.finding.Listing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a check was about, and what it has found.
 *
 * @param title of what was checked
 * @param home the file at which findings without a place are shown
 * @param extent how much of the SQL in files was checked
 * @param listing what is shown besides
 */
public record CheckResult(
    String title, String home, Findings findings, Optional<Extent> extent, Listing listing) {

  public CheckResult(String title, String home, Findings findings) {
    this(title, home, findings, Optional.empty(), Listing.USUAL);
  }

  /** All together: each finding and each query knows its database. */
  static CheckResult of(String title, Map<String, CheckResult> databases) {
    List<Finding> findings = new ArrayList<>();
    databases.forEach(
        (name, result) ->
            result.findings().all().forEach(finding -> findings.add(finding.of(name))));
    return new CheckResult(
        title,
        databases.values().iterator().next().home(),
        new Findings(findings),
        databases.values().stream()
            .flatMap(result -> result.extent().stream())
            .reduce(Extent::plus),
        databases.entrySet().stream()
            .map(database -> database.getValue().listing().of(database.getKey()))
            .reduce(Listing.USUAL, Listing::plus));
  }
}
