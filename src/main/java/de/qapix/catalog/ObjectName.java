package de.qapix.catalog;

import static java.util.stream.Collectors.joining;

import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Which object of a database is meant. Each part is written as it must be in SQL, with quotes where
 * it needs them, and empty where the object has none.
 *
 * @param table the table it belongs to, or is
 */
public record ObjectName(ObjectKind kind, String schema, String table, String name)
    implements Comparable<ObjectName> {

  private static final Comparator<ObjectName> ORDER =
      Comparator.comparing(ObjectName::schema)
          .thenComparing(ObjectName::table)
          .thenComparing(ObjectName::kind)
          .thenComparing(ObjectName::name);

  /** The whole name, e.g. {@code qapix.calendly_event."joinUrl"}. */
  public String sql() {
    return Stream.of(schema, table, name).filter(part -> !part.isEmpty()).collect(joining("."));
  }

  /** The table it belongs to; for a table itself, and what belongs to none, the schema. */
  public ObjectName parent() {
    return kind == ObjectKind.TABLE || kind == ObjectKind.SEQUENCE || table.isEmpty()
        ? new ObjectName(ObjectKind.SCHEMA, schema, "", "")
        : new ObjectName(ObjectKind.TABLE, schema, table, "");
  }

  @Override
  public int compareTo(ObjectName other) {
    return ORDER.compare(this, other);
  }
}
