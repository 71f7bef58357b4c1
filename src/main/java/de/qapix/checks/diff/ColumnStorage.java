package de.qapix.checks.diff;

import de.qapix.catalog.SchemaObject;
import java.util.Objects;
import java.util.stream.Stream;

/** The steps that change how the server stores the values of a column. */
final class ColumnStorage {

  private static final int DEFAULT_STORAGE = 16;

  private ColumnStorage() {}

  /** What {@code add column} and {@code create table} cannot say on each version. */
  static Stream<DiffStep> ofNew(SchemaObject column) {
    return steps(
        new SchemaObject(column.name(), column.traitsWithout("storage", "compression")),
        column,
        DEFAULT_STORAGE);
  }

  static Stream<DiffStep> steps(SchemaObject from, SchemaObject to, int major) {
    return Stream.concat(
        differs(from, to, "storage") ? Stream.of(storage(to, major)) : Stream.empty(),
        differs(from, to, "compression")
            ? Stream.of(set(to, "compression", "default"))
            : Stream.empty());
  }

  private static boolean differs(SchemaObject from, SchemaObject to, String trait) {
    return !Objects.equals(from.trait(trait), to.trait(trait));
  }

  private static DiffStep storage(SchemaObject column, int major) {
    return column.trait("storage").isEmpty() && major < DEFAULT_STORAGE
        ? DiffStep.byHand(column, "storage")
        : set(column, "storage", "default");
  }

  private static DiffStep set(SchemaObject column, String trait, String usual) {
    String sql = ColumnSql.alter(column) + "set " + trait + " " + column.trait(trait).orElse(usual);
    return DiffStep.altering(column, "", Change.safe(sql));
  }
}
