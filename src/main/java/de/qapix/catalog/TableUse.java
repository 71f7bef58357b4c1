package de.qapix.catalog;

import java.util.Set;

/**
 * What a command reads or writes of a table.
 *
 * @param command e.g. {@code qapix sync}
 * @param schema its name, without quotes, as are the others
 */
public record TableUse(String command, String schema, String table, Set<String> columns) {

  public TableUse {
    columns = Set.copyOf(columns);
  }

  /** Whether the command breaks when this object is missing or another one. */
  public boolean concerns(ObjectName object) {
    boolean here = is(object.schema(), schema) && is(object.table(), table);
    return switch (object.kind()) {
      case TABLE -> here;
      case COLUMN -> here && columns.stream().anyMatch(column -> is(object.name(), column));
      default -> false;
    };
  }

  private static boolean is(String written, String name) {
    return written.equals(name) || written.equals('"' + name.replace("\"", "\"\"") + '"');
  }
}
