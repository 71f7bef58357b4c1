package de.qapix.catalog;

/**
 * Something of a shared table that may keep rows of ours from being written, and is no reason not
 * to begin.
 *
 * @param table with its schema
 * @param name of the index, constraint, trigger or rule; or of the role
 * @param definition as the server prints it; of rights, those that the role lacks
 */
public record WriteObstacle(Kind kind, String table, String name, String definition) {

  /** What can be in the way. */
  public enum Kind {
    /** Other columns than those by which we know a row have to be unique. */
    UNIQUE,
    /** A check of columns that we write. */
    CHECK,
    /** A column that we write has to be found in another table. */
    REFERENCE,
    /** Another table refers to rows, which cannot be deleted then. */
    REFERRED_TO,
    /** A trigger, which may refuse rows. */
    TRIGGER,
    /** A rule, which may do something else instead. */
    RULE,
    /** Row security holds for the role. */
    ROW_SECURITY,
    /** The role lacks rights. */
    RIGHTS
  }
}
