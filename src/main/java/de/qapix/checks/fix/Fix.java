package de.qapix.checks.fix;

import java.util.List;

/**
 * What puts one mistake right: all of it is done, or nothing.
 *
 * @param scope the query whose tables it is about, by the number of its first token; -1 where it
 *     may be an alias
 * @param edits none where nobody can tell what is right
 */
public record Fix(Kind kind, int scope, List<Edit> edits) {

  public Fix {
    edits = List.copyOf(edits);
  }

  /** What is put right, as far as others may follow from it. */
  public enum Kind {
    /** A name that is nothing but itself. */
    NAME,
    /** The name of a result's column, which gets its old one as an alias. */
    RESULT,
    /** An alias, wherever it is written. */
    ALIAS,
    /** A table that only lacks its quotes. */
    UNQUOTED_TABLE,
    /** A table that is spelt otherwise. */
    TABLE
  }
}
