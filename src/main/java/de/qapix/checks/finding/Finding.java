package de.qapix.checks.finding;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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
 * @param cause what this finding and others come from, e.g. {@code "User"."createdAt"}
 * @param breaks where the queries are that use what is wrong, if it is a piece that they share
 * @param database which of several it is about
 * @param instead statements that do the same without harm
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
    Optional<String> cause,
    List<Place> breaks,
    Optional<String> database,
    Optional<String> instead)
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
    requireNonNull(cause, "cause");
    requireNonNull(database, "database");
    requireNonNull(instead, "instead");
    arguments = List.copyOf(arguments);
    breaks = breaks.stream().distinct().sorted().toList();
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
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  public Finding with(Severity other) {
    return copy(copy -> copy.severity = other);
  }

  public Finding expected(String text) {
    return copy(copy -> copy.expected = Optional.of(text));
  }

  public Finding found(String text) {
    return copy(copy -> copy.found = Optional.of(text));
  }

  public Finding at(Place where) {
    return copy(copy -> copy.place = Optional.of(where));
  }

  /** With the line of the file in which it is. */
  public Finding showing(String text) {
    return copy(copy -> copy.line = Optional.of(text));
  }

  public Finding withArguments(String... words) {
    return copy(copy -> copy.arguments = List.of(words));
  }

  /** Told together with others that come from the same. */
  public Finding from(String what) {
    return copy(copy -> copy.cause = Optional.of(what));
  }

  /** In a piece that the queries at these places use. */
  public Finding breaking(Collection<Place> queries) {
    return copy(copy -> copy.breaks = List.copyOf(queries));
  }

  /** As one of a database among several. */
  public Finding of(String name) {
    return copy(copy -> copy.database = Optional.of(name));
  }

  /** With statements that do the same without harm. */
  public Finding instead(String statements) {
    return copy(copy -> copy.instead = Optional.of(statements));
  }

  /** As it would be told of a database that is the only one. */
  Finding ofTheOnlyOne() {
    return copy(copy -> copy.database = Optional.empty());
  }

  private Finding copy(Consumer<Copy> change) {
    Copy copy = new Copy(this);
    change.accept(copy);
    return new Finding(
        rule,
        copy.severity,
        subject,
        copy.expected,
        copy.found,
        copy.place,
        copy.arguments,
        copy.line,
        copy.cause,
        copy.breaks,
        copy.database,
        copy.instead);
  }

  /** What can be different in another finding of the same rule about the same object. */
  private static final class Copy {

    private Severity severity;
    private Optional<String> expected;
    private Optional<String> found;
    private Optional<Place> place;
    private List<String> arguments;
    private Optional<String> line;
    private Optional<String> cause;
    private List<Place> breaks;
    private Optional<String> database;
    private Optional<String> instead;

    private Copy(Finding finding) {
      this.severity = finding.severity;
      this.expected = finding.expected;
      this.found = finding.found;
      this.place = finding.place;
      this.arguments = finding.arguments;
      this.line = finding.line;
      this.cause = finding.cause;
      this.breaks = finding.breaks;
      this.database = finding.database;
      this.instead = finding.instead;
    }
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
