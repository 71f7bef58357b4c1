package de.qapix.checks.names;

import java.util.List;

/**
 * A table, view or whatever else has columns.
 *
 * @param name of it and of its schema
 * @param visible whether it is found without its schema
 * @param system whether it is the server's own
 * @param function whether it is a function that returns a table
 */
public record QueryRelation(
    Name schema, Name name, boolean visible, boolean system, boolean function, List<Name> columns) {

  public QueryRelation {
    columns = List.copyOf(columns);
  }

  /**
   * A name.
   *
   * @param plain as the catalog has it
   * @param sql as it is written in SQL, in quotes where it needs them
   */
  public record Name(String plain, String sql) {}

  /** As it has to be written. */
  public String sql() {
    return visible ? name.sql() : schema.sql() + "." + name.sql();
  }
}
