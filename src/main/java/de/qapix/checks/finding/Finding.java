package de.qapix.checks.finding;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One thing that a check has found. Which words it is told in is left to {@link Wording}.
 *
 * @param rule the group and the name of the rule, e.g. {@code drift/column-type}; never changes
 * @param subject the object as it is written in SQL, e.g. {@code qapix.event."joinUrl"}
 * @param expected what should be there
 * @param found what is there
 * @param arguments what else the words need
 * @param line the line of the file at the place, to be shown
 * @param database which of several it is about
 */
public record Finding(
    String rule,
    Severity severity,
    String subject,
    Optional<String> expected,
    Optional<String> found,
    Optional<Place> place,
    List<String> arguments,
    Optional<String> line,
    Optional<String> database)
    implements Comparable<Finding> {

  private static final Pattern RULE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9-]+");

  /** The last one only makes the order the same every time. */
  private static final Comparator<Finding> ORDER =
      comparing(Finding::severity)
          .thenComparing(Finding::group)
          .thenComparing(Finding::shownPlace, Comparator.nullsFirst(Place::compareTo))
          .thenComparing(Finding::subject)
          .thenComparing(Finding::rule)
          .thenComparing(
              finding -> finding.place().orElse(null), Comparator.nullsFirst(Place::compareTo))
          .thenComparing(Finding::toString);

  public Finding {
    requireNonNull(severity, "severity");
    requireNonNull(subject, "subject");
    requireNonNull(expected, "expected");
    requireNonNull(found, "found");
    requireNonNull(place, "place");
    requireNonNull(line, "line");
    requireNonNull(database, "database");
    arguments = List.copyOf(arguments);
    if (!RULE.matcher(rule).matches()) {
      throw new IllegalArgumentException("no rule: " + rule);
    }
    if (subject.isBlank()) {
      throw new IllegalArgumentException("a finding of " + rule + " needs a subject");
    }
  }

  public static Finding error(String rule, String subject) {
    return of(Severity.ERROR, rule, subject);
  }

  public static Finding warning(String rule, String subject) {
    return of(Severity.WARNING, rule, subject);
  }

  public static Finding note(String rule, String subject) {
    return of(Severity.NOTE, rule, subject);
  }

  private static Finding of(Severity severity, String rule, String subject) {
    return new Finding(
        rule,
        severity,
        subject,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  public Finding with(Severity other) {
    return new Finding(rule, other, subject, expected, found, place, arguments, line, database);
  }

  public Finding expected(String text) {
    return new Finding(
        rule, severity, subject, Optional.of(text), found, place, arguments, line, database);
  }

  public Finding found(String text) {
    return new Finding(
        rule, severity, subject, expected, Optional.of(text), place, arguments, line, database);
  }

  public Finding at(Place where) {
    return new Finding(
        rule, severity, subject, expected, found, Optional.of(where), arguments, line, database);
  }

  /** With the line of the file in which it is. */
  public Finding showing(String text) {
    return new Finding(
        rule, severity, subject, expected, found, place, arguments, Optional.of(text), database);
  }

  /** As one of a database among several. */
  public Finding of(String name) {
    return new Finding(
        rule, severity, subject, expected, found, place, arguments, line, Optional.of(name));
  }

  /** As it would be told of a database that is the only one. */
  Finding ofTheOnlyOne() {
    return new Finding(
        rule, severity, subject, expected, found, place, arguments, line, Optional.empty());
  }

  public Finding withArguments(String... words) {
    return new Finding(
        rule, severity, subject, expected, found, place, List.of(words), line, database);
  }

  /** The place, where that says best what the finding is about: its line is shown with it. */
  private Place shownPlace() {
    return line.isPresent() ? place.orElse(null) : null;
  }

  /** The part of the rule before the slash. */
  public String group() {
    return rule.substring(0, rule.indexOf('/'));
  }

  /** Stays the same when the finding moves within its file or becomes more or less severe. */
  public String fingerprint() {
    return FindingFingerprint.of(
        List.of(Optional.of(rule), Optional.of(subject), found, place.map(Place::file)));
  }

  @Override
  public int compareTo(Finding other) {
    return ORDER.compare(this, other);
  }
}
