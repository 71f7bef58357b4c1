package de.qapix.checks.finding;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The words of the tests. */
final class EnglishWording implements Wording {

  private static final Map<String, String> TEXTS =
      Map.ofEntries(
          Map.entry("finding.severity.error", "error"),
          Map.entry("finding.severity.warning", "warning"),
          Map.entry("finding.severity.note", "note"),
          Map.entry("finding.expected", "expected"),
          Map.entry("finding.found", "found"),
          Map.entry("finding.place", "at"),
          Map.entry("finding.hint", "hint"),
          Map.entry("finding.instead", "instead"),
          Map.entry("finding.instead.next", "in the next migration"),
          Map.entry("finding.count.error", "{0,choice,1#1 error|1<{0} errors}"),
          Map.entry("finding.count.warning", "{0,choice,1#1 warning|1<{0} warnings}"),
          Map.entry("finding.count.note", "{0,choice,1#1 note|1<{0} notes}"),
          Map.entry("finding.count.accepted", "{0} accepted"),
          Map.entry("finding.count.none", "no findings"),
          Map.entry("finding.summary", "{0}: {1} ({2,number,0.0} s)"),
          Map.entry("finding.extent", "{0} of {1} in {2}"),
          Map.entry("finding.extent.none", "no SQL"),
          Map.entry("finding.extent.queries", "{0} queries"),
          Map.entry("finding.extent.files", "{0} files"),
          Map.entry("finding.extent.skipped", "{0} skipped: {1}"),
          Map.entry("finding.extent.branches", "{0} forms left out"),
          Map.entry("finding.skip.migration", "{0} in migrations"),
          Map.entry("finding.skip.other-database", "{0} for another database"),
          Map.entry("finding.breaks", "breaks"),
          Map.entry("finding.cause", "{0}: {1} in {2}"),
          Map.entry("finding.cause.written", "{0} written {1}: {2} in {3}"),
          Map.entry("finding.places", "{0} places"),
          Map.entry("finding.places.more", "and {0} more"),
          Map.entry("finding.by.rule", "By rule"),
          Map.entry("finding.by.folder", "By folder"),
          Map.entry("finding.by.others", "{0} other rows: {1}"),
          Map.entry("finding.verdict.checked", "checked"),
          Map.entry("finding.verdict.skipped", "skipped"),
          Map.entry("finding.verdict.other-database", "other database"),
          Map.entry("queries.skip.migration", "in a migration"),
          Map.entry("finding.unread.minified", "{0} minified"),
          Map.entry("finding.unread.more", "{0} and {1} more"),
          Map.entry("finding.column.severity", "Severity"),
          Map.entry("finding.column.subject", "Object"),
          Map.entry("finding.column.message", "Finding"),
          Map.entry("finding.column.rule", "Rule"),
          Map.entry("finding.more", "{0,choice,1#1 finding more|1<{0} findings more}"));

  @Override
  public String message(Finding finding) {
    return switch (finding.rule()) {
      case "drift/column-type" -> "The column has another type.";
      case "drift/comment" -> "The comment is | not `the` <same> & *more*.";
      case "lint/adding-not-nullable-field" ->
          "This reads all of " + finding.arguments().get(0) + ", 100%.";
      default -> "The rule was broken.";
    };
  }

  @Override
  public Optional<String> hint(Finding finding) {
    return finding.group().equals("lint")
        ? Optional.of("Add a CHECK first:\nthen validate it.")
        : Optional.empty();
  }

  @Override
  public String ruleTitle(String rule) {
    return "About " + rule;
  }

  @Override
  public String groupTitle(String group) {
    return group.substring(0, 1).toUpperCase(Locale.ROOT) + group.substring(1);
  }

  @Override
  public String text(String key, Object... arguments) {
    return new MessageFormat(TEXTS.get(key), Locale.ENGLISH).format(arguments);
  }
}
