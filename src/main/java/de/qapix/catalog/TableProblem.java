package de.qapix.catalog;

/**
 * One reason why qapix cannot work with a table that is already there.
 *
 * @param kind what is wrong
 * @param table the table, with its schema
 * @param column the column; empty if it is about the whole table
 * @param expected the type that is needed, where that matters
 * @param found the type or null-ability that is there, where that matters
 */
public record TableProblem(Kind kind, String table, String column, String expected, String found) {

  /** What can be wrong with a table. */
  public enum Kind {
    /** The schema in which the tables should live does not exist. */
    NO_SCHEMA,
    /** The table does not exist although the other one does. */
    NO_TABLE,
    /** Something else, such as a view, bears the table's name. */
    NOT_A_TABLE,
    /** The column does not exist. */
    NO_COLUMN,
    /** The column has another type. */
    RETYPED,
    /** The column refuses null, which we write. */
    REFUSES_NULL,
    /** The column is computed, and we write it. */
    COMPUTED,
    /** There is no unique index on the column alone, by which rows are found again. */
    NOT_UNIQUE,
    /** Another application's column demands a value that we do not have. */
    DEMANDS_VALUE
  }
}
