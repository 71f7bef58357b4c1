package de.qapix.checks.names;

import java.util.List;
import java.util.Optional;

/**
 * What a query returns as one column, or as several.
 *
 * @param name of the column; nothing for a star
 * @param qualifier before the star; empty where there is none
 * @param alias the place of the token that gives it its name on purpose; -1 where none does
 * @param origin without an alias, the place of the token whose name the server takes for it; -1
 *     where there is none
 * @param from the place of the first of its tokens
 * @param to the place behind the last one
 */
public record OutputColumn(
    Optional<QueryRelation.Name> name,
    List<String> qualifier,
    int alias,
    int origin,
    int from,
    int to) {

  /** All columns of all that the query reads from. */
  static final OutputColumn STAR = new OutputColumn(Optional.empty(), List.of(), -1, -1, -1, -1);

  public OutputColumn {
    qualifier = List.copyOf(qualifier);
  }
}
