package de.qapix.checks.finding;

import java.util.List;
import java.util.Optional;

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
}
