package de.qapix.checks.finding;

import de.qapix.files.JsonText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * SARIF 2.1.0 for code scanning. GitHub refuses a result that is nowhere, so one without a place is
 * put at {@link CheckReport#home}; what it is about stands in its message and as its logical
 * location.
 */
final class SarifFormat implements ReportWriter {

  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

  @Override
  public String write(CheckReport check, Wording words) {
    ObjectNode log = JsonText.object().put("$schema", SCHEMA).put("version", "2.1.0");
    ObjectNode run = log.putArray("runs").addObject();
    List<String> rules =
        check.findings().all().stream().map(Finding::rule).distinct().sorted().toList();
    driver(run.putObject("tool").putObject("driver"), check.run(), rules, words);
    invocation(run.putArray("invocations").addObject(), check.run());
    run.put("columnKind", "unicodeCodePoints");
    check
        .extent()
        .ifPresent(
            extent -> JsonFormat.write(run.putObject("properties").putObject("coverage"), extent));
    ArrayNode results = run.putArray("results");
    Map<String, Integer> occurrences = new HashMap<>();
    for (Finding finding : check.findings().all()) {
      ObjectNode result = results.addObject();
      result
          .put("ruleId", finding.rule())
          .put("ruleIndex", rules.indexOf(finding.rule()))
          .put("level", finding.severity().word());
      result.putObject("message").put("text", Detail.story(finding, words));
      location(result.putArray("locations").addObject(), finding, check.placeOf(finding));
      int occurrence = occurrences.merge(finding.fingerprint(), 1, Integer::sum);
      fingerprints(result.putObject("partialFingerprints"), finding, occurrence);
    }
    return JsonText.of(log) + "\n";
  }

  /** GitHub asks for all three texts of a rule. */
  private static void driver(ObjectNode driver, ToolRun run, List<String> rules, Wording words) {
    driver.put("name", "qapix").put("semanticVersion", run.version());
    ArrayNode descriptors = driver.putArray("rules");
    for (String rule : rules) {
      ObjectNode descriptor = descriptors.addObject().put("id", rule);
      for (String key : List.of("shortDescription", "fullDescription", "help")) {
        descriptor.putObject(key).put("text", words.ruleTitle(rule));
      }
    }
  }

  private static void invocation(ObjectNode invocation, ToolRun run) {
    invocation
        .put("executionSuccessful", true)
        .put("startTimeUtc", run.begun().toString())
        .put("endTimeUtc", run.begun().plus(run.took()).toString());
  }

  private static void location(ObjectNode location, Finding finding, Place place) {
    ObjectNode physical = location.putObject("physicalLocation");
    physical.putObject("artifactLocation").put("uri", FileUri.of(place.file()));
    ObjectNode region = physical.putObject("region").put("startLine", place.line());
    if (place.column() > 0) {
      region.put("startColumn", place.column());
    }
    if (place.endColumn() > 0) {
      region.put("endColumn", place.endColumn());
    }
    if (finding.line().isPresent()) {
      ObjectNode context = physical.putObject("contextRegion").put("startLine", place.line());
      context.putObject("snippet").put("text", finding.line().get());
      written(place, finding.line().get())
          .ifPresent(text -> region.putObject("snippet").put("text", text));
    }
    location.putArray("logicalLocations").addObject().put("fullyQualifiedName", finding.subject());
  }

  /** What stands at the place itself. */
  private static Optional<String> written(Place place, String line) {
    int length = line.codePointCount(0, line.length());
    if (place.column() == 0 || place.endColumn() == 0 || place.endColumn() > length + 1) {
      return Optional.empty();
    }
    return Optional.of(
        line.substring(
            line.offsetByCodePoints(0, place.column() - 1),
            line.offsetByCodePoints(0, place.endColumn() - 1)));
  }

  /** The second one is the only one that GitHub looks at, and has to differ among equal ones. */
  private static void fingerprints(ObjectNode fingerprints, Finding finding, int occurrence) {
    fingerprints
        .put("qapix/v1", finding.fingerprint())
        .put("primaryLocationLineHash", finding.fingerprint() + ":" + occurrence);
  }
}
