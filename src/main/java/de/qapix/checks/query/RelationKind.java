package de.qapix.checks.query;

/**
 * What a relation is.
 *
 * @param letter that the catalog has for it ({@code pg_class.relkind})
 * @param rowsKnown whether a unique index tells each of its rows from all others
 */
record RelationKind(char letter, boolean rowsKnown) {

  boolean isOneOf(String letters) {
    return letters.indexOf(letter) >= 0;
  }
}
