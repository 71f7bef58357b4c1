package de.qapix.checks.finding;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a report is to show besides the usual.
 *
 * @param everyPlace whether all places of a group are shown, not only the first ones
 * @param queries each of them, whether or not something is wrong with it, where that was asked for
 */
public record Listing(boolean everyPlace, Optional<List<ListedQuery>> queries) {

  /** Nothing. */
  public static final Listing USUAL = new Listing(false, Optional.empty());

  public Listing {
    queries = queries.map(List::copyOf);
  }

  /** As that of one database among several. */
  public Listing of(String name) {
    return new Listing(
        everyPlace, queries.map(all -> all.stream().map(query -> query.of(name)).toList()));
  }

  /** Both together. */
  public Listing plus(Listing other) {
    Stream<ListedQuery> both =
        Stream.of(queries, other.queries).flatMap(Optional::stream).flatMap(List::stream);
    boolean asked = queries.isPresent() || other.queries.isPresent();
    return new Listing(
        everyPlace || other.everyPlace, asked ? Optional.of(both.toList()) : Optional.empty());
  }
}
