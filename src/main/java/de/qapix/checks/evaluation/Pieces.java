package de.qapix.checks.evaluation;

import de.qapix.checks.javascript.Node;
import de.qapix.checks.text.Hole;
import de.qapix.checks.text.Literal;
import de.qapix.checks.text.SourceText;
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

  /** The key of an object as a text. */
  static Literal key(String key, Node.Property property, SourceText source) {
    int start = property.keyStart();
    boolean quoted = property.keyEnd() - start != key.length();
    int[] offsets = new int[key.length() + 1];
    Arrays.setAll(offsets, at -> Math.min(start + at + (quoted ? 1 : 0), property.keyEnd()));
    return new Literal(key, source, offsets);
  }

  /** A name in quotes; its parts may be separated by dots, {@code a.b} is {@code "a"."b"}. */
  static Literal quoted(Literal name, boolean dotted) {
    StringBuilder sql = new StringBuilder("\"");
    int[] offsets = new int[name.sql().length() * 3 + 3];
    offsets[0] = name.offset(0);
    for (int at = 0; at < name.sql().length(); at++) {
      char character = name.sql().charAt(at);
      String written =
          dotted && character == '.'
              ? "\".\""
              : character == '"' ? "\"\"" : Character.toString(character);
      Arrays.fill(offsets, sql.length(), sql.length() + written.length(), name.offset(at));
      sql.append(written);
    }
    int end = name.offset(name.sql().length());
    offsets[sql.length()] = end;
    sql.append('"');
    offsets[sql.length()] = end;
    return new Literal(sql.toString(), name.source(), Arrays.copyOf(offsets, sql.length() + 1));
  }
}
