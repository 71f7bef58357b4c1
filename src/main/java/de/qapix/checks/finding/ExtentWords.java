package de.qapix.checks.finding;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import de.qapix.files.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How much was checked, in sentences of one line each. */
final class ExtentWords {

  /** So many files are named; the others are only counted. */
  private static final int NAMED = 3;

  private ExtentWords() {}

  static List<String> lines(Extent extent, Wording words) {
    List<String> lines = new ArrayList<>();
    lines.add(checked(extent, words));
    if (extent.branches() > 0) {
      lines.add(words.text("finding.extent.branches", extent.branches()));
    }
    Map<String, List<String>> unread =
        extent.unread().entrySet().stream()
            .collect(
                groupingBy(
                    Map.Entry::getValue, TreeMap::new, mapping(Map.Entry::getKey, toList())));
    unread.forEach(
        (reason, files) ->
            lines.add(
                words.text("finding.unread." + reason, files.size()) + ": " + named(files, words)));
    return lines.stream().map(VisibleText::line).toList();
  }

  private static String checked(Extent extent, Wording words) {
    if (extent.queries() == 0) {
      return words.text("finding.extent.none");
    }
    String checked =
        words.text(
            "finding.extent",
            extent.checked(),
            words.text("finding.extent.queries", extent.queries()),
            words.text("finding.extent.files", extent.files()));
    List<String> parts = new ArrayList<>(List.of(checked));
    int elsewhere = extent.elsewhere();
    if (extent.notChecked() > elsewhere) {
      String reasons =
          extent.skipped().entrySet().stream()
              .filter(reason -> !reason.getKey().equals(Extent.OTHER_DATABASE))
              .map(reason -> words.text("finding.skip." + reason.getKey(), reason.getValue()))
              .collect(joining(", "));
      int skipped = extent.notChecked() - elsewhere;
      parts.add(words.text("finding.extent.skipped", skipped, reasons));
    }
    if (elsewhere > 0) {
      parts.add(words.text("finding.skip." + Extent.OTHER_DATABASE, elsewhere));
    }
    return String.join("; ", parts);
  }

  private static String named(List<String> files, Wording words) {
    String names = files.stream().limit(NAMED).collect(joining(", "));
    return files.size() > NAMED
        ? words.text("finding.unread.more", names, files.size() - NAMED)
        : names;
  }
}
