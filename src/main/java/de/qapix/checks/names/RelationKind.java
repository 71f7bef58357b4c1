package de.qapix.checks.names;

/**
 * What a relation is.
 *
 * @param letter that the catalog has for it ({@code pg_class.relkind})
 * @param rowsKnown whether a unique index tells each of its rows from all others
 */
public record RelationKind(char letter, boolean rowsKnown) {

  public boolean isOneOf(String letters) {
    return letters.indexOf(letter) >= 0;
  }
}
