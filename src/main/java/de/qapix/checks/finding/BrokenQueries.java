package de.qapix.checks.finding;

import static java.util.stream.Collectors.joining;

import java.util.Optional;

/** The queries that a piece breaks which several of them use, in a few words. */
final class BrokenQueries {

  /** So many are named; the others are only counted. */
  private static final int NAMED = 3;

  private BrokenQueries() {}

  /** How many they are, and where the first ones are; nothing where there is only one. */
  static Optional<String> of(Finding finding, Wording words) {
    int count = finding.breaks().size();
    if (count < 2) {
      return Optional.empty();
    }
    String places =
        finding.breaks().stream().limit(NAMED).map(Place::toString).collect(joining(", "));
    String named =
        count > NAMED ? words.text("finding.unread.more", places, count - NAMED) : places;
    return Optional.of(words.text("finding.extent.queries", count) + ": " + named);
  }
}
