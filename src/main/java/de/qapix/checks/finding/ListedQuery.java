package de.qapix.checks.finding;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A query that was found, and what became of it.
 *
 * @param library that sends it, where it is known
 * @param skipped why it was not checked as a whole
 * @param text its first words
 */
public record ListedQuery(
    Place place, Optional<String> library, Optional<String> skipped, String text) {

  public ListedQuery {
    requireNonNull(place, "place");
    requireNonNull(library, "library");
    requireNonNull(skipped, "skipped");
    requireNonNull(text, "text");
  }

  /** One word for programs: in exactly one of these numbers each query is counted. */
  String verdict() {
    return skipped
        .map(why -> why.equals(Extent.OTHER_DATABASE) ? Extent.OTHER_DATABASE : "skipped")
        .orElse("checked");
  }
}
