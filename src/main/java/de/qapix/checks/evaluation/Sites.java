package de.qapix.checks.evaluation;

import de.qapix.checks.text.Literal;

/** Small questions about values. */
public final class Sites {

  private Sites() {}

  /** Whether a value is a text that is known to be empty. */
  public static boolean isEmpty(Value value) {
    if (value instanceof Value.Leaf leaf) {
      return leaf.piece() instanceof Literal literal && literal.sql().isBlank();
    }
    if (value instanceof Value.Sql sql) {
      return isEmpty(sql.text());
    }
    if (value instanceof Value.Many many) {
      return many.items().isEmpty();
    }
    return value instanceof Value.Parts parts && parts.parts().stream().allMatch(Sites::isEmpty);
  }
}
