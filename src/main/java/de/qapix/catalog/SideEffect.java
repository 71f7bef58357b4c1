package de.qapix.catalog;

/**
 * Something that is set off by writing to a shared table, and that a rollback may not undo.
 *
 * @param table with its schema where the search path does not lead to it
 * @param name of the trigger or rule
 */
public record SideEffect(Kind kind, String table, String name) {

  /** What can be set off. */
  public enum Kind {
    TRIGGER,
    RULE,
    /** A partition or child whose rows are in another database. */
    FOREIGN_TABLE
  }
}
