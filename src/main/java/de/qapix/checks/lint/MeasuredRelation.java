package de.qapix.checks.lint;

import java.util.List;

/**
 * A table, a materialized view or an index of the scratch database.
 *
 * @param table the oid of the table that an index belongs to, else its own
 */
record MeasuredRelation(long oid, MeasuredName full, long table, Kind kind, Contents contents) {

  /** What it is. */
  enum Kind {
    TABLE,
    PARTITIONED,
    MATERIALIZED,
    INDEX;

    /** What pg_class calls it, such as m. */
    static Kind of(String letter) {
      return switch (letter) {
        case "p" -> PARTITIONED;
        case "m" -> MATERIALIZED;
        case "r" -> TABLE;
        default -> INDEX;
      };
    }
  }

  /**
   * What statements change.
   *
   * @param fileNode changes when all of it is written anew
   * @param scans how often this transaction has read all of it
   * @param deleted how many rows this transaction has deleted
   * @param filled whether it has rows, or had some
   * @param version changes with the rest of it
   */
  record Contents(long fileNode, long scans, long deleted, boolean filled, String version) {}

  String schema() {
    return full.schema();
  }

  String name() {
    return full.name();
  }

  /** Its name as SQL needs it. */
  String written() {
    return full.written();
  }

  boolean isCalled(List<String> parts) {
    return parts.size() == 1
        ? full.visible() && name().equals(parts.get(0))
        : List.of(schema(), name()).equals(parts.subList(parts.size() - 2, parts.size()));
  }
}
