package de.qapix.checks.text;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an application sends to a database at one place.
 *
 * @param start where the first piece is written that is in its file
 * @param end where that ends
 * @param variants the texts that it can have, the most complete one first; at least one
 * @param branches for each of them, which branches of the program lead to it
 * @param whole whether there are no other texts than these
 * @param recipient whom it is sent to
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

  /** One that always has the same text. */
  public static Query of(int start, int end, List<Piece> text, Recipient recipient) {
    return new Query(start, end, List.of(text), List.of(Set.of()), true, recipient);
  }

  /** The client that it is meant for, where imports or names tell. */
  public Optional<Library> library() {
    return recipient.library();
  }

  /** Where the object or function that sends it is declared, with its name; or empty. */
  public String client() {
    return recipient.client();
  }
}
