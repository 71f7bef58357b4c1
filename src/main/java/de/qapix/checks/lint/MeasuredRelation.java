package de.qapix.checks.lint;

import java.util.List;

/**
 * A table, a materialized view or an index of the scratch database.
 *
 * @param visible whether its name needs no schema
 * @param table the oid of the table that an index belongs to, else its own
 * @param fileNode changes when all of it is written anew
 * @param scans how often this transaction has read all of it
 * @param version changes with the other parts
 */
record MeasuredRelation(
    long oid,
    String schema,
    String name,
    boolean visible,
    long table,
    long fileNode,
    long scans,
    String version) {

  /** Its name as SQL needs it. */
  String written() {
    return visible ? quoted(name) : quoted(schema) + "." + quoted(name);
  }

  private static String quoted(String part) {
    return part.matches("[a-z_][a-z0-9_]*") ? part : '"' + part.replace("\"", "\"\"") + '"';
  }

  boolean isCalled(List<String> parts) {
    return parts.size() == 1
        ? visible && name.equals(parts.get(0))
        : List.of(schema, name).equals(parts.subList(parts.size() - 2, parts.size()));
  }
}
