package de.qapix.checks.text;

/**
 * Something whose text is known only when the program runs.
 *
 * @param code as it is written there, for the reason why something is not checked
 * @param start of the code in the source
 * @param end behind the code
 */
public record Hole(Kind kind, String code, SourceText source, int start, int end) implements Piece {

  /** What a hole stands for. */
  public enum Kind {
    /** One value, bound by the library as a parameter. */
    VALUE,
    /** Some values with commas between, each bound, without parentheses. */
    VALUES,
    /** The same with the parentheses. */
    VALUES_IN_PARENTHESES,
    /** The name of a table or column, quoted by the library. */
    NAME,
    /** Some names with commas between. */
    NAMES,
    /** {@code (names) values (values)}, as postgres.js makes it of objects. */
    ROWS,
    /** {@code name = value, ..}, as postgres.js makes it of an object. */
    ASSIGNMENTS,
    /** SQL that could not be found out. */
    SQL,
    /** Put into the text as it is: a value, a name or SQL. */
    ANY
  }
}
