package de.qapix.checks.finding;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A query that was found, and what became of it.
 *
 * @param library that sends it, where it is known
 * @param skipped why it was not checked as a whole
 * @param text its first words
 * @param database which of several it was checked against
 */
public record ListedQuery(
    Place place,
    Optional<String> library,
    Optional<String> skipped,
    String text,
    Optional<String> database) {

  public ListedQuery(Place place, Optional<String> library, Optional<String> skipped, String text) {
    this(place, library, skipped, text, Optional.empty());
  }

  public ListedQuery {
    requireNonNull(place, "place");
    requireNonNull(library, "library");
    requireNonNull(skipped, "skipped");
    requireNonNull(text, "text");
    requireNonNull(database, "database");
  }

  /** As one of a database among several. */
  ListedQuery of(String name) {
    return new ListedQuery(place, library, skipped, text, Optional.of(name));
  }

  /** One word for programs: in exactly one of these numbers each query is counted. */
  String verdict() {
    return skipped
        .map(why -> why.equals(Extent.OTHER_DATABASE) ? Extent.OTHER_DATABASE : "skipped")
        .orElse("checked");
  }
}
