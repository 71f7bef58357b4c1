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
 * @param recipient whom it is meant for
 */
public record Query(
    int start,
    int end,
    List<List<Piece>> variants,
    List<Set<Branch>> branches,
    boolean whole,
    Recipient recipient) {

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

  /** The same with more about its rows. */
  public Query with(List<RowType> more) {
    List<RowType> all = Stream.concat(rows().stream(), more.stream()).distinct().toList();
    return new Query(start, end, variants, branches, whole, recipient.returning(all));
  }

  /** One that always has the same text. */
  public static Query of(int start, int end, List<Piece> text, Recipient recipient) {
    return new Query(start, end, List.of(text), List.of(Set.of()), true, recipient);
  }

  public Optional<Library> library() {
    return recipient.library();
  }

  /** What the program says beside it that its rows are, as far as that can be told. */
  public List<RowType> rows() {
    return recipient.rows();
  }

  /** Where what sends it is declared; empty where that is not known. */
  public String client() {
    return recipient.client();
  }
}
