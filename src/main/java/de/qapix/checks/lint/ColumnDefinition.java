package de.qapix.checks.lint;

import de.qapix.sql.Token;
import de.qapix.sql.Words;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The definition of a column.
 *
 * @param definition from its type on
 */
record ColumnDefinition(String name, StatementPhrase definition) {

  private static final String[] CONSTRAINTS = {
    "constraint", "check", "unique", "primary", "foreign", "exclude", "not", "like"
  };
  private static final Set<String> SERIALS =
      Set.of("serial", "bigserial", "smallserial", "serial2", "serial4", "serial8");
  private static final Set<String> SMALL_KEYS =
      Set.of("int", "integer", "int4", "smallint", "int2", "serial", "smallserial", "serial4");

  /** The column that an element of CREATE TABLE defines, unless it is a constraint. */
  static Optional<ColumnDefinition> of(StatementPhrase element) {
    return element.words().acceptAny(CONSTRAINTS) ? Optional.empty() : named(element.words());
  }

  /** The column that a clause of ALTER TABLE adds. */
  static Optional<ColumnDefinition> added(StatementPhrase clause) {
    Words words = clause.words();
    if (!words.accept("add")) {
      return Optional.empty();
    }
    if (!words.accept("column") && new Words(words.rest()).acceptAny(CONSTRAINTS)) {
      return Optional.empty();
    }
    words.accept("if", "not", "exists");
    return named(words);
  }

  private static Optional<ColumnDefinition> named(Words words) {
    return words.name().map(name -> new ColumnDefinition(name, new StatementPhrase(words.rest())));
  }

  boolean isSerial() {
    return SERIALS.contains(type());
  }

  boolean isPrimaryKey() {
    return definition.has("primary", "key");
  }

  boolean isSmallInteger() {
    return SMALL_KEYS.contains(type());
  }

  boolean isChar() {
    return type().equals("char")
        || type().equals("bpchar")
        || (type().equals("character") && !definition.has("character", "varying"));
  }

  boolean isLimitedText() {
    boolean varying = type().equals("varchar") || definition.has("character", "varying");
    return varying && !definition.list().isEmpty();
  }

  boolean isTimestampWithoutZone() {
    return type().equals("timestamp") && !definition.has("with", "time", "zone");
  }

  /** Whether something fills it in the rows that are there. */
  boolean hasValue() {
    return definition.has("default") || definition.has("generated") || isSerial();
  }

  private String type() {
    return definition.tokens().stream()
        .findFirst()
        .filter(token -> token.kind() == Token.Kind.WORD)
        .map(token -> token.text().toLowerCase(Locale.ROOT))
        .orElse("");
  }
}
