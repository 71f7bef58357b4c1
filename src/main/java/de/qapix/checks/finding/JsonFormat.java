package de.qapix.checks.finding;

import de.qapix.files.JsonText;
import java.util.IdentityHashMap;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** For programs: one object on one line, in which every key is always there. */
final class JsonFormat implements ReportWriter {

  @Override
  public String write(CheckReport check, Wording words) {
    ObjectNode report =
        JsonText.object()
            .put("success", !check.findings().failed())
            .put("checked", check.title())
            .put("version", check.run().version())
            .put("begun", check.run().begun().toString())
            .put("ms", check.run().took().toMillis());
    ObjectNode counts = report.putObject("counts");
    for (Severity severity : Severity.values()) {
      counts.put(severity.word(), check.findings().count(severity));
    }
    counts.put("accepted", check.accepted());
    coverage(report, check);
    ArrayNode findings = report.putArray("findings");
    check.findings().all().forEach(finding -> write(findings.addObject(), finding, words));
    groups(report.putArray("groups"), check.findings().all());
    report.putNull("queries");
    check.listing().queries().ifPresent(queries -> write(report.putArray("queries"), queries));
    return JsonText.of(report) + "\n";
  }

  /** Null where no files were asked for. */
  private static void coverage(ObjectNode report, CheckReport check) {
    report.putNull("coverage");
    check.extent().ifPresent(extent -> write(report.putObject("coverage"), extent));
  }

  static void write(ObjectNode coverage, Extent extent) {
    coverage
        .put("files", extent.files())
        .put("queries", extent.queries())
        .put("checked", extent.checked());
    ObjectNode skipped = coverage.putObject("skipped");
    extent.skipped().forEach(skipped::put);
    coverage.put("branches", extent.branches());
    ObjectNode unread = coverage.putObject("unread");
    extent.unread().forEach(unread::put);
  }

  /** With the numbers of its findings in the list of all, from 0. */
  private static void groups(ArrayNode groups, List<Finding> findings) {
    IdentityHashMap<Finding, Integer> numbers = new IdentityHashMap<>();
    findings.forEach(finding -> numbers.put(finding, numbers.size()));
    for (FindingGroup group : FindingGroup.of(findings)) {
      ArrayNode members =
          groups
              .addObject()
              .put("rule", group.first().rule())
              .put("severity", group.first().severity().word())
              .put("cause", group.first().cause().orElseGet(group.first()::subject))
              .put("written", group.written().orElse(null))
              .put("count", group.findings().size())
              .put("files", group.files())
              .putArray("findings");
      group.findings().forEach(finding -> members.add(numbers.get(finding)));
    }
  }

  private static void write(ArrayNode array, List<ListedQuery> queries) {
    for (ListedQuery query : queries) {
      array
          .addObject()
          .put("file", query.place().file())
          .put("line", query.place().line())
          .put("column", known(query.place().column()))
          .put("library", query.library().orElse(null))
          .put("verdict", query.verdict())
          .put("reason", query.skipped().orElse(null))
          .put("text", query.text())
          .put("database", query.database().orElse(null));
    }
  }

  private static void write(ObjectNode object, Finding finding, Wording words) {
    object
        .put("rule", finding.rule())
        .put("severity", finding.severity().word())
        .put("subject", finding.subject())
        .put("expected", finding.expected().orElse(null))
        .put("found", finding.found().orElse(null))
        .put("message", words.message(finding))
        .put("hint", words.hint(finding).orElse(null))
        .put("file", finding.place().map(Place::file).orElse(null))
        .put("line", finding.place().map(Place::line).orElse(null))
        .put("column", known(finding.place().map(Place::column).orElse(0)))
        .put("endColumn", known(finding.place().map(Place::endColumn).orElse(0)))
        .put("source", finding.line().orElse(null))
        .put("fingerprint", finding.fingerprint())
        .put("database", finding.database().orElse(null))
        .put("instead", finding.instead().orElse(null));
    ArrayNode breaks = object.putArray("breaks");
    finding.breaks().forEach(query -> breaks.add(query.toString()));
  }

  private static Integer known(int column) {
    return column == 0 ? null : Integer.valueOf(column);
  }
}
