package de.qapix.checks.diff;

import de.qapix.catalog.SchemaObject;
import de.qapix.sql.Keywords;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What of a column matters to planning, to foreign data and to the name of its NOT NULL. */
final class ColumnOptions {

  private static final String NOT_NULL = "not null constraint";
  private static final String NOT_NULL_COMMENT = "not null comment";
  private static final String TARGET = "statistics target";
  private static final String ATTRIBUTES = "attribute options";
  private static final String FOREIGN = "options";
  private static final String CONSTRAINT = "constraint ";
  private static final String NOT_VALID = "not valid";
  private static final Pattern NAME = Pattern.compile("\"(?:[^\"]|\"\")+\"|\\S+");

  private ColumnOptions() {}

  /** What the statement that makes the column does not say. */
  static Stream<DiffStep> ofNew(SchemaObject column) {
    SchemaObject plain = new SchemaObject(column.name(), Map.of());
    Stream<DiffStep> later =
        column.trait(NOT_NULL).filter(text -> text.contains(NOT_VALID)).stream()
            .map(text -> DiffStep.altering(column, "", Change.safe(added(column))));
    return Stream.concat(
        later,
        Stream.of(TARGET, ATTRIBUTES, NOT_NULL_COMMENT)
            .filter(trait -> column.trait(trait).isPresent())
            .flatMap(trait -> steps(plain, column, trait)));
  }

  static Stream<DiffStep> steps(SchemaObject from, SchemaObject to, String trait) {
    return switch (trait) {
      case TARGET -> altered(to, "set statistics " + to.trait(trait).orElse("-1"));
      case ATTRIBUTES ->
          AlterTable.parameters(from, to, trait).flatMap(action -> altered(to, action));
      case FOREIGN -> altered(to, OptionList.change(from.trait(trait), to.trait(trait)).strip());
      case NOT_NULL -> notNull(from, to);
      case NOT_NULL_COMMENT -> Stream.of(comment(to));
      default -> Stream.of(DiffStep.byHand(to, trait));
    };
  }

  private static Stream<DiffStep> altered(SchemaObject column, String action) {
    String sql = start(column) + "alter column " + column.name().name() + " " + action;
    return Stream.of(DiffStep.altering(column, sql, Change.safe(sql)));
  }

  /** {@code not null} as {@code create table} writes it, with its name if that is not the usual. */
  static String notNullClause(SchemaObject column) {
    String text = column.trait(NOT_NULL).orElse("");
    String name = text.startsWith(CONSTRAINT) ? CONSTRAINT + name(text) + " " : "";
    return text.contains(NOT_VALID)
        ? ""
        : " " + name + "not null" + (text.contains("no inherit") ? " no inherit" : "");
  }

  /** The constraint as it is added to a table; for rows that are there only where it is told. */
  static String added(SchemaObject column) {
    String text = column.trait(NOT_NULL).orElse("");
    String name = text.startsWith(CONSTRAINT) ? CONSTRAINT + name(text) + " " : "";
    return start(column)
        + "add "
        + name
        + "not null "
        + column.name().name()
        + (text.contains("no inherit") ? " no inherit" : "")
        + (text.contains(NOT_VALID) ? " " + NOT_VALID : "");
  }

  /** Whether {@code set not null} is not enough. */
  static boolean namesNotNull(SchemaObject column) {
    return column.trait(NOT_NULL).isPresent();
  }

  private static Stream<DiffStep> notNull(SchemaObject from, SchemaObject to) {
    String old = from.trait(NOT_NULL).orElse("");
    String fresh = to.trait(NOT_NULL).orElse("");
    String former = constraint(from);
    String name = constraint(to);
    if (fresh.contains(NOT_VALID) && !old.contains(NOT_VALID)) {
      String drop = start(to) + "drop constraint " + former;
      return Stream.of(drop, added(to)).map(sql -> DiffStep.altering(to, sql, Change.safe(sql)));
    }
    return Stream.of(
            former.equals(name) ? "" : "rename constraint " + former + " to " + name,
            old.contains(NOT_VALID) && !fresh.contains(NOT_VALID)
                ? "validate constraint " + name
                : "",
            old.contains("no inherit") == fresh.contains("no inherit")
                ? ""
                : "alter constraint "
                    + name
                    + (fresh.contains("no inherit") ? " no inherit" : " inherit"))
        .filter(action -> !action.isEmpty())
        .map(action -> start(to) + action)
        .map(sql -> DiffStep.altering(to, sql, Change.safe(sql)));
  }

  private static DiffStep comment(SchemaObject column) {
    return DiffStep.altering(
            column,
            "",
            Change.safe(
                "comment on constraint "
                    + constraint(column)
                    + " on "
                    + column.name().parent().sql()
                    + " is "
                    + column.trait(NOT_NULL_COMMENT).map(ObjectSql::literal).orElse("null")))
        .at(DiffStep.Rank.COMMENT);
  }

  private static String constraint(SchemaObject column) {
    String text = column.trait(NOT_NULL).orElse("");
    return text.startsWith(CONSTRAINT)
        ? name(text)
        : Keywords.quoted(
            Keywords.unquoted(column.name().table())
                + "_"
                + Keywords.unquoted(column.name().name())
                + "_not_null");
  }

  private static String name(String text) {
    Matcher matcher = NAME.matcher(text.substring(CONSTRAINT.length()));
    return matcher.lookingAt() ? matcher.group() : "";
  }

  private static String start(SchemaObject column) {
    return "alter table " + column.name().parent().sql() + " ";
  }
}
