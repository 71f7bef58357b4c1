package de.qapix.checks.names;

/**
 * A piece of a query at its own level: a token, or all between two parentheses.
 *
 * @param clause that it belongs to
 * @param from its first token
 * @param to the place behind its last one
 */
public record ClausePart(Clause clause, int from, int to) {

  /** What the words of a query belong to. */
  public enum Clause {
    /** All that comes before the query itself. */
    HEAD,
    /** What is selected. */
    LIST,
    /** What is read from or written to. */
    FROM,
    /** What rows are sorted or grouped by. */
    SORTING,
    OTHER
  }

  public boolean holds(int place) {
    return from <= place && place < to;
  }

  /** Whether tables stand there, or names for them before the query begins. */
  public boolean isSource() {
    return clause == Clause.FROM || clause == Clause.HEAD;
  }
}
