package de.qapix.checks.text;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What an application sends to a database at one place.
 *
 * @param start where the first piece is written that is in its file
 * @param end where that ends
 * @param variants the texts that it can have, the most complete one first; at least one
 * @param branches for each of them, which branches of the program lead to it
 * @param whole whether there are no other texts than these
 * @param library the client that it is meant for, where imports or names tell
 * @param client where the object or function that sends it is declared, with its name; empty where
 *     that is not known
 * @param rows what the program says beside it that its rows are, as far as that can be told
 */
public record Query(
    int start,
    int end,
    List<List<Piece>> variants,
    List<Set<Branch>> branches,
    boolean whole,
    Optional<Library> library,
    String client,
    List<RowType> rows) {

  public Query {
    rows = List.copyOf(rows);
    variants = variants.stream().map(List::copyOf).toList();
    branches = branches.stream().map(Set::copyOf).toList();
  }

  /**
   * One branch of the program.
   *
   * @param decision the number of the decision among those that matter to the query
   */
  public record Branch(int decision, int number) {}

  /** The same with more about its rows. */
  public Query with(List<RowType> more) {
    List<RowType> all = Stream.concat(rows.stream(), more.stream()).distinct().toList();
    return new Query(start, end, variants, branches, whole, library, client, all);
  }

  /** One that always has the same text. */
  public static Query of(
      int start, int end, List<Piece> text, Optional<Library> library, String client) {
    return new Query(
        start, end, List.of(text), List.of(Set.of()), true, library, client, List.of());
  }
}
