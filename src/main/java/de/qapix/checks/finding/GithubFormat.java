package de.qapix.checks.finding;

import de.qapix.files.VisibleText;
import java.util.ArrayList;
import java.util.List;

/**
 * Workflow commands, of which GitHub makes annotations; it shows the first ten errors, warnings and
 * notices of a step. What GitHub does not understand as a command is a line of the log.
 */
final class GithubFormat implements ReportWriter {

  @Override
  public String write(CheckReport check, Wording words) {
    List<String> lines = new ArrayList<>();
    check.findings().all().forEach(finding -> lines.add(command(finding, words)));
    check.extent().ifPresent(extent -> lines.addAll(ExtentWords.lines(extent, words)));
    lines.add(Summary.line(check, words));
    return String.join("\n", lines) + "\n";
  }

  private static String command(Finding finding, Wording words) {
    String story = VisibleText.text(Detail.story(finding, words));
    return "::%s %s::%s"
        .formatted(name(finding.severity()), String.join(",", properties(finding)), message(story));
  }

  private static String name(Severity severity) {
    return severity == Severity.NOTE ? "notice" : severity.word();
  }

  private static List<String> properties(Finding finding) {
    List<String> properties = new ArrayList<>();
    finding
        .place()
        .ifPresent(
            place -> {
              properties.add("file=" + property(place.file()));
              properties.add("line=" + place.line());
              if (place.column() > 0) {
                properties.add("col=" + place.column());
              }
              if (place.endColumn() > 0) {
                properties.add("endColumn=" + place.endColumn());
              }
            });
    properties.add("title=" + property(finding.rule()));
    return properties;
  }

  private static String message(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return message(text).replace(":", "%3A").replace(",", "%2C");
  }
}
