package de.qapix.checks.diff;

import de.qapix.catalog.SchemaObject;

/** A column as it is written in {@code create table} and {@code add column}. */
final class ColumnSql {

  private ColumnSql() {}

  static String definition(SchemaObject column) {
    StringBuilder sql = new StringBuilder(column.name().name()).append(' ');
    sql.append(column.trait("type").orElseThrow());
    sql.append(OptionList.clause(column.trait("options")));
    sql.append(collation(column));
    column.trait("generated").ifPresent(text -> sql.append(' ').append(generated(text)));
    column.trait("identity").ifPresent(text -> sql.append(' ').append(identity(column, text)));
    column.trait("default").ifPresent(text -> sql.append(" default ").append(text));
    if (isNotNull(column)) {
      sql.append(ColumnOptions.notNullClause(column));
    }
    return sql.toString();
  }

  static String type(SchemaObject column) {
    return column.trait("type").orElseThrow() + collation(column);
  }

  private static String collation(SchemaObject column) {
    return column.trait("collation").map(collation -> " collate " + collation).orElse("");
  }

  static String identity(SchemaObject column, String identity) {
    return "generated "
        + identity
        + " as identity"
        + column.trait("identity sequence").map(options -> " (" + options + ")").orElse("");
  }

  /** The beginning of each statement that changes the column. */
  static String alter(SchemaObject column) {
    return "alter table "
        + column.name().parent().sql()
        + " alter column "
        + column.name().name()
        + " ";
  }

  static boolean isNotNull(SchemaObject column) {
    return column.trait("nullability").filter("not null"::equals).isPresent();
  }

  /** Whether each new row, and each old one, gets a value by itself. */
  static boolean fillsItself(SchemaObject column) {
    return column.trait("default").isPresent()
        || column.trait("generated").isPresent()
        || column.trait("identity").isPresent();
  }

  private static String generated(String text) {
    int kind = text.lastIndexOf(' ');
    return "generated always as (" + text.substring(0, kind) + ")" + text.substring(kind);
  }
}
