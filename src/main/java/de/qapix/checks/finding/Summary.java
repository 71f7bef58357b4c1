package de.qapix.checks.finding;

import de.qapix.files.VisibleText;
import java.util.ArrayList;
import java.util.List;

/** A check in one line. */
final class Summary {

  private Summary() {}

  static String line(CheckReport check, Wording words) {
    String counts = String.join(", ", counts(check, words));
    return VisibleText.line(
        words.text("finding.summary", check.title(), counts, check.run().seconds()));
  }

  private static List<String> counts(CheckReport check, Wording words) {
    List<String> counts = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      int count = check.findings().count(severity);
      if (count > 0) {
        counts.add(words.text("finding.count." + severity.word(), count));
      }
    }
    if (counts.isEmpty()) {
      counts.add(words.text("finding.count.none"));
    }
    if (check.accepted() > 0) {
      counts.add(words.text("finding.count.accepted", check.accepted()));
    }
    return counts;
  }
}
