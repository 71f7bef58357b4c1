package de.qapix.checks.names;

import java.util.List;
import java.util.Optional;

/**
 * What stands in a FROM clause, or is written to.
 *
 * @param alias by which its columns are addressed, folded as the server does
 * @param name of the relation with its schema before it; empty for a subquery or a function
 * @param place of the first token of that name; -1 where it has none
 * @param columns that are named behind the alias
 * @param query the subquery
 */
public record Range(
    String alias,
    List<String> name,
    int place,
    List<QueryRelation.Name> columns,
    Optional<QueryScope> query) {

  public Range {
    name = List.copyOf(name);
    columns = List.copyOf(columns);
  }
}
