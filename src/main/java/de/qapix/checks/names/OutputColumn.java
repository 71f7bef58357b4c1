package de.qapix.checks.names;

import java.util.List;
import java.util.Optional;

/**
 * What a query returns as one column, or as several.
 *
 * @param name of the column; nothing for a star
 * @param qualifier before the star; empty where there is none
 * @param alias the place of the token that gives it its name on purpose; -1 where none does
 */
public record OutputColumn(Optional<QueryRelation.Name> name, List<String> qualifier, int alias) {

  /** All columns of all that the query reads from. */
  static final OutputColumn STAR = new OutputColumn(Optional.empty(), List.of(), -1);

  public OutputColumn {
    qualifier = List.copyOf(qualifier);
  }
}
