package de.qapix.checks.finding;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/**
 * JUnit's XML as Ant writes it, which Jenkins, GitLab and others read: a suite for each group of
 * rules. Errors are failures. Ant's first schema has no skipped tests, so warnings and notes are
 * tests that pass, with their words in the suite's output.
 */
final class JunitFormat implements ReportWriter {

  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

  @Override
  public String write(CheckReport check, Wording words) {
    Xml xml = new Xml();
    xml.begin("testsuites");
    if (check.findings().isEmpty()) {
      passed(xml, check, words);
    }
    int id = 0;
    for (List<Finding> findings : check.findings().byGroup().values()) {
      suite(xml, check, id, findings, words);
      id++;
    }
    xml.end();
    return xml.toString();
  }

  /** Something has to be there: many tools take a report without tests for a mistake. */
  private static void passed(Xml xml, CheckReport check, Wording words) {
    begin(xml, check, 0, "qapix", List.of(), words);
    String time = "time=" + time(check.run().took());
    xml.leaf("testcase", "", "classname=qapix", "name=" + check.title(), time);
    end(xml, Summary.line(check, words));
  }

  private static void suite(
      Xml xml, CheckReport check, int id, List<Finding> findings, Wording words) {
    begin(xml, check, id, findings.get(0).group(), findings, words);
    findings.forEach(finding -> testcase(xml, finding, words));
    end(
        xml,
        findings.stream()
            .filter(finding -> finding.severity() != Severity.ERROR)
            .map(
                finding -> words.severity(finding.severity()) + ": " + Detail.story(finding, words))
            .collect(Collectors.joining("\n\n")));
  }

  /** The first suite has taken all the time, so that the sum is right. */
  private static void begin(
      Xml xml, CheckReport check, int id, String name, List<Finding> findings, Wording words) {
    xml.begin(
        "testsuite",
        "id=" + id,
        "package=qapix",
        "name=" + name,
        "timestamp=" + TIMESTAMP.format(check.run().begun()),
        "hostname=localhost",
        "tests=" + Math.max(1, findings.size()),
        "failures=" + new Findings(findings).count(Severity.ERROR),
        "errors=0",
        "time=" + time(id == 0 ? check.run().took() : Duration.ZERO));
    xml.begin("properties");
    xml.leaf("property", "", "name=checked", "value=" + check.title());
    xml.leaf("property", "", "name=version", "value=" + check.run().version());
    if (check.extent().isPresent()) {
      String coverage = String.join("; ", ExtentWords.lines(check.extent().get(), words));
      xml.leaf("property", "", "name=coverage", "value=" + coverage);
    }
    xml.end();
  }

  private static void end(Xml xml, String output) {
    xml.leaf("system-out", output);
    xml.leaf("system-err", "");
    xml.end();
  }

  /** With a dot in the class's name, at which tools cut off what they show as a package. */
  private static void testcase(Xml xml, Finding finding, Wording words) {
    String name = finding.subject() + finding.place().map(place -> " (" + place + ")").orElse("");
    String[] attributes = {
      "classname=" + finding.rule().replace('/', '.'), "name=" + name, "time=" + time(Duration.ZERO)
    };
    if (finding.severity() != Severity.ERROR) {
      xml.leaf("testcase", "", attributes);
      return;
    }
    xml.begin("testcase", attributes);
    xml.leaf(
        "failure",
        Detail.story(finding, words),
        "type=" + finding.rule(),
        "message=" + words.message(finding));
    xml.end();
  }

  private static String time(Duration took) {
    return BigDecimal.valueOf(took.toMillis(), 3).toPlainString();
  }
}
