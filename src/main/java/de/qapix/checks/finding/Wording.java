package de.qapix.checks.finding;

import java.util.Optional;

/** The words of a report, in the user's language. */
public interface Wording {

  /** A sentence that says what is wrong, understandable without the subject in front of it. */
  String message(Finding finding);

  /** What the user can do about it. */
  Optional<String> hint(Finding finding);

  /** What the rule is about, in a few words. */
  String ruleTitle(String rule);

  /** The heading over all findings of a group of rules, e.g. of {@code drift}. */
  String groupTitle(String group);

  /**
   * The other words of a report:
   *
   * <ul>
   *   <li>{@code finding.severity.error}, {@code .warning}, {@code .note}: what a severity is
   *       called
   *   <li>{@code finding.expected}, {@code .found}, {@code .place}, {@code .hint}: the labels
   *   <li>{@code finding.count.error}, {@code .warning}, {@code .note}, {@code .accepted}: so many
   *       of them {0}; {@code finding.count.none}: no findings
   *   <li>{@code finding.summary}: the title {0}, the counts with commas between {1}, the seconds
   *       as a double {2}
   *   <li>{@code finding.column.severity}, {@code .subject}, {@code .message}, {@code .rule}: the
   *       headings of a table
   *   <li>{@code finding.more}: {0} further findings are left out
   *   <li>{@code finding.cause}: {0} is wrong in so many places {1} of so many files {2}; {@code
   *       .written}: {0} was written {1}, in {2} of {3}; {@code finding.places}: so many {0};
   *       {@code .more}: {0} further places are left out
   *   <li>{@code finding.instead}: before statements that do the same without harm; {@code .next}:
   *       some of them belong into another migration
   *   <li>{@code finding.breaks}: that breaks, before the number of queries
   *   <li>{@code finding.by.rule}, {@code .folder}: the headings of the numbers of findings; {@code
   *       .others}: {1} findings in {0} other rows
   *   <li>{@code finding.verdict.checked}, {@code .skipped}, {@code .other-database}: what became
   *       of a query; {@code queries.skip.} and a reason: why
   *   <li>{@code finding.extent}: {0} were checked of {1} (so many queries) in {2} (so many files);
   *       {@code .none}: no queries; {@code .queries}, {@code .files}: so many {0}; {@code
   *       .skipped}: {0} were not, for the reasons {1}; {@code .branches}: {0} queries can have
   *       more texts than were checked
   *   <li>{@code finding.skip.} and a reason: {0} queries for that reason
   *   <li>{@code finding.unread.} and a reason: {0} files were not read for that reason; {@code
   *       .more}: the names {0} and {1} others
   * </ul>
   */
  String text(String key, Object... arguments);

  default String severity(Severity severity) {
    return text("finding.severity." + severity.word());
  }
}
