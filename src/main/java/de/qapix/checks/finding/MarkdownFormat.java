package de.qapix.checks.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A table for a comment on a pull request, cut off before GitHub would refuse it. */
final class MarkdownFormat implements ReportWriter {

  /** GitHub takes 65,536 characters; this leaves room for the last rows and for others' words. */
  private static final int ROOM = 60_000;

  @Override
  public String write(CheckReport check, Wording words) {
    StringBuilder text = new StringBuilder();
    text.append("**").append(Markdown.text(Summary.line(check, words))).append("**\n");
    check
        .extent()
        .ifPresent(
            extent ->
                ExtentWords.lines(extent, words)
                    .forEach(line -> text.append('\n').append(Markdown.text(line)).append('\n')));
    List<Finding> findings = check.findings().all();
    if (findings.isEmpty()) {
      return text.toString();
    }
    text.append('\n')
        .append(
            row(Stream.of("severity", "subject", "message", "rule").map(key -> head(key, words))))
        .append(row(Stream.of("---", "---", "---", "---")));
    int shown = 0;
    for (FindingGroup group : FindingGroup.of(findings)) {
      String row = row(cells(group, check.listing(), words));
      if (text.length() + row.length() > ROOM) {
        break;
      }
      text.append(row);
      shown += group.findings().size();
    }
    if (shown < findings.size()) {
      text.append('\n')
          .append(Markdown.text(words.text("finding.more", findings.size() - shown)))
          .append('\n');
    }
    return text.toString();
  }

  private static String head(String key, Wording words) {
    return Markdown.text(words.text("finding.column." + key));
  }

  private static Stream<String> cells(FindingGroup group, Listing listing, Wording words) {
    Finding finding = group.first();
    List<String> subject = new ArrayList<>();
    subject.add(
        group.isOne() ? Markdown.code(finding.subject()) : Markdown.text(group.title(words)));
    finding.place().map(Place::toString).map(Markdown::code).ifPresent(subject::add);
    GroupPlaces.others(group, listing, words).stream().map(Markdown::text).forEach(subject::add);
    List<String> message = new ArrayList<>();
    message.add(Markdown.text(words.message(finding)));
    finding.expected().ifPresent(text -> message.add(labelled("finding.expected", text, words)));
    finding.found().ifPresent(text -> message.add(labelled("finding.found", text, words)));
    words.hint(finding).map(Markdown::text).ifPresent(message::add);
    BrokenQueries.of(finding, words)
        .map(queries -> Markdown.text(words.text("finding.breaks") + " " + queries))
        .ifPresent(message::add);
    return Stream.of(
        Markdown.text(words.severity(finding.severity())),
        String.join("<br>", subject),
        String.join("<br>", message),
        Markdown.code(finding.rule()));
  }

  private static String labelled(String key, String text, Wording words) {
    return Markdown.text(words.text(key)) + ": " + Markdown.code(text);
  }

  private static String row(Stream<String> cells) {
    return "| " + String.join(" | ", cells.toList()) + " |\n";
  }
}
