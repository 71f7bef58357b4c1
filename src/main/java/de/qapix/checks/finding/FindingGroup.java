package de.qapix.checks.finding;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Findings that come from the same, and are mended in the same way. */
record FindingGroup(List<Finding> findings) {

  /** The worst first, and among those as bad, what has many places. */
  private static final Comparator<FindingGroup> ORDER =
      comparing((FindingGroup group) -> group.first().severity())
          .thenComparing(group -> -group.findings().size())
          .thenComparing(FindingGroup::first);

  FindingGroup {
    findings = List.copyOf(findings);
  }

  /** Two findings that are equal in all of this are in one group. */
  private record Key(
      String rule,
      Severity severity,
      String cause,
      String written,
      String expected,
      Optional<String> database) {}

  /** A finding that comes from nothing that others could come from is a group by itself. */
  static List<FindingGroup> of(List<Finding> findings) {
    return findings.stream()
        .collect(groupingBy(FindingGroup::key, LinkedHashMap::new, toList()))
        .values()
        .stream()
        .map(FindingGroup::new)
        .sorted(ORDER)
        .toList();
  }

  private static Object key(Finding finding) {
    boolean alone = finding.cause().isEmpty() || finding.place().isEmpty();
    return alone
        ? new Object()
        : new Key(
            finding.rule(),
            finding.severity(),
            finding.cause().get(),
            lastName(finding.subject()),
            finding.expected().map(FindingGroup::lastName).orElse(""),
            finding.database());
  }

  Finding first() {
    return findings.get(0);
  }

  boolean isOne() {
    return findings.size() == 1;
  }

  int files() {
    return Math.toIntExact(
        findings.stream()
            .flatMap(each -> each.place().stream())
            .map(Place::file)
            .distinct()
            .count());
  }

  /** What is wrong, and in how many places. */
  String title(Wording words) {
    String cause = first().cause().orElseGet(first()::subject);
    String places = words.text("finding.places", findings.size());
    String files = words.text("finding.extent.files", files());
    return written()
        .map(name -> words.text("finding.cause.written", cause, name, places, files))
        .orElseGet(() -> words.text("finding.cause", cause, places, files));
  }

  /** The wrong name, where it is known what was meant. */
  Optional<String> written() {
    return first()
        .cause()
        .filter(cause -> first().expected().isPresent())
        .map(cause -> lastName(first().subject()));
  }

  /** The name behind the last dot that is not in quotes: aliases differ from query to query. */
  private static String lastName(String sql) {
    boolean quoted = false;
    int start = 0;
    for (int at = 0; at < sql.length(); at++) {
      char each = sql.charAt(at);
      quoted ^= each == '"';
      start = each == '.' && !quoted ? at + 1 : start;
    }
    return sql.substring(start);
  }
}
