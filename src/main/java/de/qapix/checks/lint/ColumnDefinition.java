package de.qapix.checks.lint;

import de.qapix.sql.SqlTokens;
import de.qapix.sql.Token;
import java.util.Optional;
import java.util.Set;

/**
 * The definition of a column.
 *
 * @param definition from its type on
 */
record ColumnDefinition(String name, SqlTokens definition) {

  private static final String[] CONSTRAINTS = {
    "constraint", "check", "unique", "primary", "foreign", "exclude", "not", "like"
  };
  private static final Set<String> SERIALS =
      Set.of("serial", "bigserial", "smallserial", "serial2", "serial4", "serial8");
  private static final Set<String> INTEGERS = Set.of("int", "integer", "int4", "serial", "serial4");
  private static final Set<String> SMALL_INTEGERS =
      Set.of("smallint", "int2", "smallserial", "serial2");

  /** The column that an element of CREATE TABLE defines, unless it is a constraint. */
  static Optional<ColumnDefinition> of(SqlTokens element) {
    return element.fromStart().acceptAny(CONSTRAINTS)
        ? Optional.empty()
        : named(element.fromStart());
  }

  /** The column that a clause of ALTER TABLE adds. */
  static Optional<ColumnDefinition> added(SqlTokens clause) {
    SqlTokens words = clause.fromStart();
    if (!words.accept("add")) {
      return Optional.empty();
    }
    if (!words.accept("column") && words.rest().acceptAny(CONSTRAINTS)) {
      return Optional.empty();
    }
    words.accept("if", "not", "exists");
    return named(words);
  }

  /** The column whose type a clause of ALTER TABLE changes. */
  static Optional<ColumnDefinition> retyped(SqlTokens clause) {
    SqlTokens words = clause.fromStart();
    if (!words.accept("alter")) {
      return Optional.empty();
    }
    words.accept("column");
    Optional<String> name = words.takeName();
    words.accept("set", "data");
    return name.filter(column -> words.accept("type"))
        .map(column -> new ColumnDefinition(column, words.rest()));
  }

  private static Optional<ColumnDefinition> named(SqlTokens words) {
    return words.takeName().map(name -> new ColumnDefinition(name, words.rest()));
  }

  boolean isSerial() {
    return SERIALS.contains(type());
  }

  boolean isPrimaryKey() {
    return definition.has("primary", "key");
  }

  boolean isInteger() {
    return INTEGERS.contains(type());
  }

  boolean isSmallInteger() {
    return SMALL_INTEGERS.contains(type());
  }

  boolean isJson() {
    return type().equals("json");
  }

  boolean isChar() {
    return type().equals("char")
        || type().equals("bpchar")
        || (type().equals("character") && !definition.has("character", "varying"));
  }

  boolean isLimitedText() {
    boolean varying = type().equals("varchar") || definition.has("character", "varying");
    return varying && !definition.elements().isEmpty();
  }

  boolean isTimestampWithoutZone() {
    return type().equals("timestamp") && !definition.has("with", "time", "zone");
  }

  /** Whether something fills it in the rows that are there. */
  boolean hasValue() {
    return definition.has("default") || definition.has("generated") || isSerial();
  }

  private String type() {
    boolean qualified = definition.is(0, "pg_catalog") && definition.isSymbol(1, '.');
    Token first = definition.at(qualified ? 2 : 0);
    return first.kind() == Token.Kind.WORD ? first.name() : "";
  }
}
