package de.qapix.checks.evaluation;

import de.qapix.checks.javascript.Node;
import de.qapix.checks.text.Hole;
import de.qapix.checks.text.Literal;
import java.util.Arrays;
import java.util.Optional;

/** Makes pieces of texts that are not written as such in the source. */
final class Pieces {

  private Pieces() {}

  static Value hole(Hole.Kind kind, Node code, Frame frame) {
    return new Value.Leaf(new Value.Code(code, frame).hole(kind));
  }

  /** A text at the place of the code that makes it. */
  static Literal at(String sql, Node code, Frame frame) {
    int[] offsets = new int[sql.length() + 1];
    Arrays.fill(offsets, code.start());
    offsets[sql.length()] = Math.max(code.start(), code.end());
    return new Literal(sql, frame.source(), offsets);
  }

  static Value text(String sql, Node code, Frame frame) {
    return new Value.Leaf(at(sql, code, frame));
  }

  /** The text of a value if it is a literal as a whole. */
  static Optional<Literal> constant(Value value) {
    return value instanceof Value.Leaf leaf && leaf.piece() instanceof Literal literal
        ? Optional.of(literal)
        : Optional.empty();
  }
}
