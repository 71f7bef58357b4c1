package de.qapix.checks.text;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an application sends to a database at one place.
 *
 * @param source the file in which it is put together
 * @param start where its first piece is written
 * @param end where that ends
 * @param variants the texts that it can have, the most complete one first; at least one
 * @param branches for each of them, which branches of the program lead to it
 * @param whole whether there are no other texts than these
 * @param library the client that it is meant for, such as {@code pg}, where imports or names tell
 */
public record Query(
    SourceText source,
    int start,
    int end,
    List<List<Piece>> variants,
    List<Set<Branch>> branches,
    boolean whole,
    Optional<String> library) {

  public Query {
    variants = variants.stream().map(List::copyOf).toList();
    branches = branches.stream().map(Set::copyOf).toList();
  }

  /**
   * One branch of the program.
   *
   * @param decision the number of the decision among those that matter to the query
   */
  public record Branch(int decision, int number) {}

  /** One that always has the same text. */
  public static Query of(
      SourceText source, int start, int end, List<Piece> text, Optional<String> library) {
    return new Query(source, start, end, List.of(text), List.of(Set.of()), true, library);
  }
}
