package de.qapix.cli.sync;

import de.qapix.cli.Messages;
import de.qapix.cli.output.ColumnLayout;
import de.qapix.cli.output.TimeFormat;
import de.qapix.data.verify.RowDifference;
import de.qapix.data.verify.UnreadRecord;
import de.qapix.data.verify.VerificationResult;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The differences of a verification for people: by kind, below each record its columns. */
final class VerifyTable {

  private static final String INDENT = "    ";

  private final Messages messages;
  private final int limit;

  /**
   * @param limit how many differences are shown
   */
  VerifyTable(Messages messages, int limit) {
    this.messages = messages;
    this.limit = limit;
  }

  /** Each block ends with an empty line. */
  List<String> lines(VerificationResult result) {
    List<String> lines = new ArrayList<>();
    List<RowDifference> shown = result.differences().stream().limit(limit).toList();
    for (RowDifference.Kind kind : RowDifference.Kind.values()) {
      block(
          messages.text("verify.kind." + kind, count(result.counts(), kind)),
          shown.stream().filter(each -> !each.newer() && each.kind() == kind).toList(),
          lines);
    }
    block(
        messages.text("verify.kind.NEWER", result.counts().newer()),
        shown.stream().filter(RowDifference::newer).toList(),
        lines);
    more(result.counts().errors() + result.counts().newer() - shown.size(), lines);
    unread(result, lines);
    return lines;
  }

  private static long count(VerificationResult.Counts counts, RowDifference.Kind kind) {
    return switch (kind) {
      case MISSING -> counts.missing();
      case EXTRA -> counts.extra();
      case DIFFERENT -> counts.different();
    };
  }

  private void block(String heading, List<RowDifference> differences, List<String> lines) {
    if (differences.isEmpty()) {
      return;
    }
    lines.add(heading);
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        Stream.of("verify.column", "verify.database", "verify.calendly")
            .map(messages::text)
            .toList());
    differences.forEach(difference -> rows.add(row(difference)));
    List<String> aligned = ColumnLayout.aligned(rows);
    lines.add(INDENT + aligned.get(0));
    String subject = "";
    for (int i = 0; i < differences.size(); i++) {
      String next = subject(differences.get(i));
      if (!next.equals(subject)) {
        lines.add(next);
        subject = next;
      }
      lines.add(INDENT + aligned.get(i + 1));
    }
    lines.add("");
  }

  private static String subject(RowDifference difference) {
    String record = TimeFormat.time(difference.start()) + "  " + difference.record();
    return difference
        .part()
        .map(part -> record + "  " + part.kind() + " " + part.key())
        .orElse(record);
  }

  private List<String> row(RowDifference difference) {
    if (difference.column().isEmpty()) {
      boolean stored = difference.kind() == RowDifference.Kind.EXTRA;
      return List.of(
          difference.table(),
          messages.text(stored ? "verify.row" : "verify.no-row"),
          messages.text(stored ? "verify.no-row" : "verify.row"));
    }
    return List.of(
        difference.table() + "." + difference.column().get(),
        difference.stored().orElse("NULL"),
        difference.current().orElse("NULL"));
  }

  private void more(long left, List<String> lines) {
    if (left > 0) {
      lines.add(messages.text("verify.more", left));
      lines.add("");
    }
  }

  private void unread(VerificationResult result, List<String> lines) {
    if (result.unread().isEmpty()) {
      return;
    }
    lines.add(messages.text("verify.kind.UNREAD", result.unreadCount()));
    for (UnreadRecord record : result.unread()) {
      String known = record.known() ? messages.text("verify.known") : "";
      lines.add(INDENT + record.kind() + " " + record.key() + ": " + record.reason() + known);
    }
    lines.add("");
  }
}
