package de.qapix.migrate;

import java.util.List;

/**
 * A table as far as rows can be written to it.
 *
 * @param name its name, without schema
 * @param table false if it is a view or the like
 * @param columns its columns, in their order
 */
record TableShape(String name, boolean table, List<Column> columns) {

  TableShape {
    columns = List.copyOf(columns);
  }

  /**
   * A column.
   *
   * @param type as the server's {@code format_type} prints it
   * @param nullable whether it takes null
   * @param defaulted whether an insert may leave it out although it refuses null
   * @param computed whether the server alone writes it
   * @param unique whether a unique index on it alone can serve {@code on conflict}
   */
  record Column(
      String name,
      String type,
      boolean nullable,
      boolean defaulted,
      boolean computed,
      boolean unique) {}
}
