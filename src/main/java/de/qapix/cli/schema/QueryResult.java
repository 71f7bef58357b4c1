package de.qapix.cli.schema;

import static java.util.stream.Collectors.joining;

import de.qapix.checks.finding.Extent;
import de.qapix.checks.finding.Finding;
import de.qapix.checks.finding.Findings;
import de.qapix.checks.finding.Listing;
import de.qapix.checks.query.FileReport;
import de.qapix.cli.Messages;
import de.qapix.cli.Terminal;
import de.qapix.cli.Verbosity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts together what was found in a schema and in files. */
final class QueryResult {

  /** So many tables are named. */
  private static final int NAMED = 3;

  private static final Set<String> HOPELESS =
      Set.of("migration/does-not-apply", "migration/too-slow", "migration/psql-command");

  private final CheckResult schema;
  private final boolean ours;
  private final boolean migrations;
  private final Optional<MinimumCoverage> minCoverage;
  private final Messages messages;

  /**
   * @param schema what was found before
   * @param ours whether the queries are checked against nothing but our own tables
   * @param migrations whether they are checked against what migrations make
   * @param minCoverage the share of queries that has to be checked
   */
  QueryResult(
      CheckResult schema,
      boolean ours,
      boolean migrations,
      Optional<MinimumCoverage> minCoverage,
      Messages messages) {
    this.migrations = migrations;
    this.schema = schema;
    this.ours = ours;
    this.minCoverage = minCoverage;
    this.messages = messages;
  }

  CheckResult of(FileReport all, Listing listing) {
    List<Finding> findings = new ArrayList<>(schema.findings().all());
    all.findings().stream().map(this::knowing).forEach(findings::add);
    others(all.inDoubt()).ifPresent(findings::add);
    lowCoverage(all.extent()).ifPresent(findings::add);
    return new CheckResult(
        schema.title(), schema.home(), new Findings(findings), Optional.of(all.extent()), listing);
  }

  /** Whether migrations do not even run, so that there is nothing to check queries against. */
  static boolean isHopeless(CheckResult schema) {
    return schema.findings().all().stream().map(Finding::rule).anyMatch(HOPELESS::contains);
  }

  /** What is told then. */
  static CheckResult notChecked(CheckResult schema) {
    List<Finding> findings = new ArrayList<>(schema.findings().all());
    findings.add(Finding.note("query/not-checked", schema.title()));
    return new CheckResult(schema.title(), schema.home(), new Findings(findings));
  }

  /** A table that is not ours is most likely another application's. */
  private Finding knowing(Finding finding) {
    boolean foreign =
        ours && finding.rule().equals("query/unknown-table") && finding.expected().isEmpty();
    List<String> words = finding.arguments();
    return foreign ? finding.withArguments(words.get(0), "", words.get(2), "ours") : finding;
  }

  /** One line for all queries that name tables of, most likely, another database. */
  private Optional<Finding> others(List<FileReport.QueryInDoubt> queries) {
    if (queries.isEmpty()) {
      return Optional.empty();
    }
    List<String> tables =
        queries.stream()
            .flatMap(query -> query.findings().stream())
            .filter(finding -> finding.rule().equals("query/unknown-table"))
            .map(Finding::subject)
            .distinct()
            .sorted()
            .toList();
    if (tables.isEmpty()) {
      return Optional.empty();
    }
    long files = queries.stream().map(query -> query.place().file()).distinct().count();
    String named = tables.stream().limit(NAMED).collect(joining(", "));
    String key = migrations ? "queries.others.made" : "queries.others.there";
    return Optional.of(
        Finding.note("query/other-database", tables.size() > NAMED ? named + ", ..." : named)
            .withArguments(messages.text(key, queries.size(), files)));
  }

  private Optional<Finding> lowCoverage(Extent extent) {
    return minCoverage
        .filter(least -> extent.share() < least.share())
        .map(
            least ->
                Finding.error("query/low-coverage", least.setting())
                    .expected(percent(least.share()))
                    .found(percent(extent.share())));
  }

  /** Rounded down, so that it never looks like enough. */
  private String percent(double share) {
    return messages.text("queries.percent", Math.floor(share * 1000) / 10);
  }

  /** A line for each query that was not looked at whole, for those who want to know. */
  void skipped(Collection<FileReport> reports, Terminal terminal) {
    for (FileReport.Skipped skipped : FileReport.of(reports).skipped()) {
      String reason = messages.text("queries.skip." + skipped.why().word());
      String line = messages.text("queries.skipped", skipped.place(), reason);
      Map<String, String> fields =
          Map.of("place", skipped.place().toString(), "reason", skipped.why().word());
      terminal.say(Verbosity.LISTS, "skipped", line, fields);
    }
  }
}
