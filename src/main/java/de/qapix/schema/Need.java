package de.qapix.schema;

import java.util.Set;

/**
 * What a command reads or writes of a table.
 *
 * @param command e.g. {@code qapix sync}
 * @param schema as it is written in SQL
 * @param table as it is written in SQL
 * @param columns as they are written in SQL
 */
public record Need(String command, String schema, String table, Set<String> columns) {

  public Need {
    columns = Set.copyOf(columns);
  }

  /** Whether the command breaks when this object is missing or another one. */
  boolean concerns(ObjectName object) {
    boolean here = object.schema().equals(schema) && object.table().equals(table);
    return switch (object.kind()) {
      case TABLE -> here;
      case COLUMN -> here && columns.contains(object.name());
      default -> false;
    };
  }
}
