package de.qapix.source;

import de.qapix.query.Literal;
import de.qapix.query.SourceText;

/** Small questions about nodes and values. */
final class Sites {

  private static final int LONGEST_CONDITION = 200;

  private Sites() {}

  /** The text of a node, which tells conditions apart; a very long one is known by its place. */
  static String textOf(Node node, SourceText source) {
    boolean isLong = node.end() - node.start() > LONGEST_CONDITION;
    return isLong
        ? "@" + node.start()
        : source.text().substring(node.start(), Math.max(node.start(), node.end()));
  }

  /** Whether a value is a text that is known to be empty. */
  static boolean isEmpty(Value value) {
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
