package de.qapix.checks.finding;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import de.qapix.files.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** How many findings there are of each rule and in each folder, where they are many. */
final class FindingCounts {

  /** Fewer can be seen at once. */
  private static final int MANY = 10;

  /** So many rows has a table. */
  private static final int ROWS = 10;

  private static final String INDENT = "  ";

  private FindingCounts() {}

  /** Two small tables with an empty line behind each. */
  static List<String> lines(Findings findings, Wording words) {
    List<Finding> placed =
        findings.all().stream().filter(finding -> finding.place().isPresent()).toList();
    if (placed.size() <= MANY) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    table(lines, placed, Finding::rule, words.text("finding.by.rule"), words);
    table(lines, placed, FindingCounts::folder, words.text("finding.by.folder"), words);
    return lines;
  }

  private static void table(
      List<String> lines,
      List<Finding> findings,
      Function<Finding, String> column,
      String title,
      Wording words) {
    lines.add(title);
    Map<String, Long> counts = findings.stream().collect(groupingBy(column, counting()));
    List<Map.Entry<String, Long>> ordered =
        counts.entrySet().stream()
            .sorted(
                comparing((Map.Entry<String, Long> count) -> -count.getValue())
                    .thenComparing(Map.Entry::getKey))
            .toList();
    int digits = String.valueOf(ordered.get(0).getValue()).length();
    for (Map.Entry<String, Long> count : ordered.subList(0, Math.min(ROWS, ordered.size()))) {
      String number = String.valueOf(count.getValue());
      String padded = " ".repeat(digits - number.length()) + number;
      lines.add(INDENT + padded + INDENT + VisibleText.line(count.getKey()));
    }
    if (ordered.size() > ROWS) {
      long rest = ordered.stream().skip(ROWS).mapToLong(Map.Entry::getValue).sum();
      lines.add(INDENT + words.text("finding.by.others", ordered.size() - ROWS, rest));
    }
    lines.add("");
  }

  private static String folder(Finding finding) {
    String file = finding.place().orElseThrow().file();
    int slash = file.lastIndexOf('/');
    return slash < 0 ? "." : file.substring(0, Math.max(1, slash));
  }
}
