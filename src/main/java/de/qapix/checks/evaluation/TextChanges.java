package de.qapix.checks.evaluation;

import de.qapix.checks.text.Literal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What the methods of strings make of texts that are known. */
final class TextChanges {

  private TextChanges() {}

  static Value lowerCase(Value text) {
    return each(text, sql -> sql.toLowerCase(Locale.ROOT));
  }

  static Value upperCase(Value text) {
    return each(text, sql -> sql.toUpperCase(Locale.ROOT));
  }

  private static Value each(Value text, UnaryOperator<String> change) {
    if (text instanceof Value.Parts parts) {
      return new Value.Parts(parts.parts().stream().map(part -> each(part, change)).toList());
    }
    Optional<Literal> literal = Pieces.constant(text);
    return literal
        .map(before -> changed(before, change.apply(before.sql())))
        .<Value>map(Value.Leaf::new)
        .orElse(text);
  }

  /** Where letters become several, all that is known is where the text begins and ends. */
  private static Literal changed(Literal literal, String sql) {
    int length = literal.sql().length();
    int[] offsets = new int[sql.length() + 1];
    Arrays.setAll(
        offsets, at -> literal.offset(sql.length() == length ? at : Math.min(at, length)));
    offsets[sql.length()] = literal.offset(length);
    return literal.changed(sql, offsets);
  }

  /** Without the blanks around it, where it is written in one piece. */
  static Value trimmed(Value text) {
    Optional<Literal> literal = Pieces.constant(text);
    if (literal.isEmpty()) {
      return text;
    }
    String sql = literal.get().sql();
    int start = 0;
    int end = sql.length();
    while (start < end && sql.charAt(start) <= ' ') {
      start++;
    }
    while (end > start && sql.charAt(end - 1) <= ' ') {
      end--;
    }
    return new Value.Leaf(literal.get().part(start, end));
  }

  /** Something else for a part of a text, or for all parts that are like it. */
  static Value replaced(Value text, String part, Value other, boolean all) {
    List<Value> leaves = new ArrayList<>();
    flatten(text, leaves);
    List<Value> parts = new ArrayList<>();
    boolean open = true;
    for (Value leaf : leaves) {
      Optional<Literal> literal = Pieces.constant(leaf);
      int done = 0;
      int found = literal.isPresent() && open ? literal.get().sql().indexOf(part) : -1;
      while (found >= 0 && open) {
        parts.add(new Value.Leaf(literal.get().part(done, found)));
        parts.add(other);
        done = found + part.length();
        found = literal.get().sql().indexOf(part, done);
        open = all;
      }
      parts.add(
          done == 0
              ? leaf
              : new Value.Leaf(literal.get().part(done, literal.get().sql().length())));
    }
    return parts.size() == leaves.size() ? text : joined(parts);
  }

  /** Constants are one again, so that they can be looked up. */
  private static Value joined(List<Value> parts) {
    StringBuilder sql = new StringBuilder();
    List<Integer> offsets = new ArrayList<>();
    Literal last = null;
    for (Value part : parts) {
      Optional<Literal> literal = Pieces.constant(part);
      if (literal.isEmpty() || (last != null && literal.get().source() != last.source())) {
        return new Value.Parts(parts);
      }
      last = literal.get();
      for (int at = 0; at < last.sql().length(); at++) {
        offsets.add(last.offset(at));
      }
      sql.append(last.sql());
    }
    if (last == null) {
      return Value.NOTHING;
    }
    offsets.add(last.offset(last.sql().length()));
    return new Value.Leaf(
        last.changed(sql.toString(), offsets.stream().mapToInt(Integer::intValue).toArray()));
  }

  private static void flatten(Value value, List<Value> leaves) {
    if (value instanceof Value.Parts parts) {
      parts.parts().forEach(part -> flatten(part, leaves));
    } else {
      leaves.add(value);
    }
  }
}
