package de.qapix.query;

import java.util.List;
import java.util.Optional;

/**
 * What a query returns as one column, or as several.
 *
 * @param name of the column; nothing for a star
 * @param qualifier before the star; empty where there is none
 * @param alias the place of the token that gives it its name on purpose; -1 where none does
 */
record Output(Optional<Relation.Name> name, List<String> qualifier, int alias) {

  Output {
    qualifier = List.copyOf(qualifier);
  }
}
