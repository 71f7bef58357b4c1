package de.qapix.finding;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** For programs: one object on one line, in which every key is always there. */
final class JsonFormat implements ReportFormat {

  @Override
  public String write(Check check, Wording words) {
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
    ArrayNode findings = report.putArray("findings");
    check.findings().all().forEach(finding -> write(findings.addObject(), finding, words));
    return JsonText.of(report) + "\n";
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
        .put("fingerprint", finding.fingerprint());
  }

  private static Integer known(int column) {
    return column == 0 ? null : Integer.valueOf(column);
  }
}
