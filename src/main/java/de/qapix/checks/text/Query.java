package de.qapix.checks.text;

import java.util.List;
import java.util.Optional;

/**
 * What an application sends to a database at one place.
 *
 * @param source the file in which it is put together
 * @param start where its first piece is written
 * @param end where that ends
 * @param variants the texts that it can have, the most complete one first; at least one
 * @param leftOut how many more there are, or seem to be, which are not in the list
 * @param library the client that it is meant for, such as {@code pg}, where imports or names tell
 */
public record Query(
    SourceText source,
    int start,
    int end,
    List<List<Piece>> variants,
    int leftOut,
    Optional<String> library) {

  public Query {
    variants = variants.stream().map(List::copyOf).toList();
  }
}
