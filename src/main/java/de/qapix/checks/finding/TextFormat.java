package de.qapix.checks.finding;

import de.qapix.files.VisibleText;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** For people: what belongs together under one heading, a summary at the end. */
final class TextFormat implements ReportWriter {

  private static final String INDENT = "  ";
  private static final String BOLD = "1";
  private static final String FAINT = "2";
  private static final Map<Severity, String> COLOURS =
      new EnumMap<>(
          Map.of(Severity.ERROR, "1;31", Severity.WARNING, "1;33", Severity.NOTE, "1;36"));

  private final boolean coloured;

  TextFormat(boolean coloured) {
    this.coloured = coloured;
  }

  @Override
  public String write(CheckReport check, Wording words) {
    List<String> lines = new ArrayList<>();
    check.listing().queries().ifPresent(queries -> lines.addAll(QueryTable.lines(queries, words)));
    check
        .findings()
        .byGroup()
        .forEach(
            (heading, findings) -> {
              lines.add(paint(BOLD, words.groupTitle(heading)));
              add(lines, FindingGroup.of(findings), check.listing(), words);
              if (!lines.get(lines.size() - 1).isEmpty()) {
                lines.add("");
              }
            });
    lines.addAll(FindingCounts.lines(check.findings(), words));
    check.extent().ifPresent(extent -> lines.addAll(ExtentWords.lines(extent, words)));
    lines.add(Summary.line(check, words));
    return String.join("\n", lines) + "\n";
  }

  /**
   * Titles of groups are long, so that the rules of single findings stand in a column by
   * themselves.
   */
  private void add(List<String> lines, List<FindingGroup> groups, Listing listing, Wording words) {
    int heads =
        widest(groups.stream().filter(FindingGroup::isOne).map(group -> head(group.first())));
    for (FindingGroup group : groups) {
      Finding first = group.first();
      if (group.isOne()) {
        add(lines, first, padded(head(first), heads), body(first, words), words);
        continue;
      }
      List<String> body = new ArrayList<>();
      body.add(VisibleText.line(place(first)));
      body.addAll(body(first, words));
      GroupPlaces.others(group, listing, words).stream().map(VisibleText::line).forEach(body::add);
      add(lines, first, VisibleText.line(group.title(words)) + INDENT, body, words);
    }
  }

  private void add(
      List<String> lines, Finding finding, String title, List<String> body, Wording words) {
    String severity = words.severity(finding.severity());
    int severities = widest(Stream.of(Severity.values()).map(words::severity));
    String head =
        paint(COLOURS.get(finding.severity()), severity)
            + gap(severity, severities)
            + title
            + paint(FAINT, finding.rule());
    lines.add(INDENT + head);
    String margin = INDENT + gap("", severities);
    body.forEach(line -> lines.add((margin + line).stripTrailing()));
    if (isShown(finding)) {
      lines.add("");
    }
  }

  /** The place says more than the subject where the line itself is shown. */
  private static String head(Finding finding) {
    return VisibleText.line(isShown(finding) ? place(finding) : finding.subject());
  }

  private static String place(Finding finding) {
    return finding.place().map(Place::toString).orElseGet(finding::subject);
  }

  /** With the line in which it is. */
  private static boolean isShown(Finding finding) {
    return finding.line().isPresent() && finding.place().isPresent();
  }

  private static List<String> body(Finding finding, Wording words) {
    List<String> message = VisibleText.lines(words.message(finding));
    List<String> lines = new ArrayList<>();
    if (!isShown(finding)) {
      lines.addAll(message);
      lines.addAll(details(finding, words));
      return lines;
    }
    lines.addAll(Excerpt.lines(finding.place().get(), finding.line().get()));
    lines.addAll(message);
    words.hint(finding).ifPresent(hint -> lines.addAll(VisibleText.lines(hint)));
    BrokenQueries.of(finding, words)
        .map(queries -> words.text("finding.breaks") + " " + queries)
        .map(VisibleText::line)
        .ifPresent(lines::add);
    return lines;
  }

  private static List<String> details(Finding finding, Wording words) {
    List<Detail> details = new ArrayList<>();
    finding
        .place()
        .ifPresent(place -> details.add(new Detail(words.text("finding.place"), place.toString())));
    details.addAll(Detail.of(finding, words));
    int labels =
        widest(
            Stream.of("expected", "found", "place", "hint", "instead", "breaks")
                .map(key -> words.text("finding." + key)));
    List<String> lines = new ArrayList<>();
    for (Detail detail : details) {
      String label = detail.label();
      for (String line : VisibleText.lines(detail.value())) {
        lines.add((padded(label, labels) + line).stripTrailing());
        label = "";
      }
    }
    return lines;
  }

  private String paint(String colour, String text) {
    return coloured ? "\u001b[" + colour + "m" + text + "\u001b[0m" : text;
  }

  private static String padded(String text, int width) {
    return text + gap(text, width);
  }

  private static String gap(String text, int width) {
    return " ".repeat(width - width(text)) + INDENT;
  }

  private static int widest(Stream<String> texts) {
    return texts.mapToInt(TextFormat::width).max().orElse(0);
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }
}
