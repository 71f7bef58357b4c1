package de.qapix.checks.evaluation;

import de.qapix.checks.javascript.Node;
import de.qapix.checks.text.Hole;
import de.qapix.checks.text.Hole.Kind;
import de.qapix.checks.text.Literal;
import de.qapix.checks.text.Piece;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts in what a call gives for the marks in its text that are not SQL: {@code ??} and {@code
 * :name:} of Knex, {@code $name} of Sequelize.
 */
public final class BoundNames {

  private static final Pattern KNEX = Pattern.compile("\\\\\\?|\\?\\??|(?<![:\\w]):(\\w+):(?!:)");
  private static final Pattern SEQUELIZE = Pattern.compile("\\$([A-Za-z_]\\w*)(?!\\w|\\$)");

  private final Evaluation evaluation;
  private final Frame frame;

  BoundNames(Evaluation evaluation, Frame frame) {
    this.evaluation = evaluation;
    this.frame = frame;
  }

  /** A text with the names that Knex quotes. */
  public List<Piece> ofKnex(List<Piece> text, Node bindings) {
    Value given = evaluation.of(bindings, frame);
    Iterator<Value> items =
        given instanceof Value.Items list ? list.items().iterator() : List.<Value>of().iterator();
    return replaced(
        text,
        KNEX,
        (literal, mark) -> {
          if (mark.group().startsWith("\\")) {
            return List.of();
          }
          if (mark.group(1) != null) {
            Value named = evaluation.member(given, mark.group(1), bindings, frame);
            return names(named, literal, mark);
          }
          Value item = items.hasNext() ? items.next() : null;
          return mark.group().equals("?") ? List.of() : names(item, literal, mark);
        });
  }

  /** The same text with something else in the places of marks; nothing else leaves a mark there. */
  private static List<Piece> replaced(
      List<Piece> text, Pattern marks, BiFunction<Literal, Matcher, List<Piece>> other) {
    List<Piece> pieces = new ArrayList<>();
    for (Piece piece : text) {
      if (!(piece instanceof Literal literal)) {
        pieces.add(piece);
        continue;
      }
      Matcher mark = marks.matcher(literal.sql());
      int done = 0;
      while (mark.find()) {
        List<Piece> instead = other.apply(literal, mark);
        if (!instead.isEmpty()) {
          add(pieces, literal, done, mark.start());
          pieces.addAll(instead);
          done = mark.end();
        }
      }
      add(pieces, literal, done, literal.sql().length());
    }
    return pieces;
  }

  private static List<Piece> names(Value value, Literal literal, Matcher mark) {
    List<Piece> pieces = new ArrayList<>();
    List<Value> names =
        value instanceof Value.Items list
            ? list.items()
            : value == null ? List.of() : List.of(value);
    for (Value name : names) {
      if (!(name instanceof Value.Leaf leaf) || !(leaf.piece() instanceof Literal constant)) {
        return List.of(hole(value instanceof Value.Items ? Kind.NAMES : Kind.NAME, literal, mark));
      }
      if (!pieces.isEmpty()) {
        pieces.add(comma(literal, mark));
      }
      pieces.add(Pieces.quoted(constant, true));
    }
    return pieces.isEmpty() ? List.of(hole(Kind.NAME, literal, mark)) : pieces;
  }

  private static Literal comma(Literal literal, Matcher mark) {
    int at = literal.offset(mark.start());
    return new Literal(", ", literal.source(), new int[] {at, at, at});
  }

  /** A text with the values that Sequelize binds by name. */
  public static List<Piece> ofSequelize(List<Piece> text) {
    return replaced(
        text,
        SEQUELIZE,
        (literal, mark) -> {
          boolean escaped = mark.start() > 0 && literal.sql().charAt(mark.start() - 1) == '$';
          return escaped ? List.of() : List.of(hole(Kind.VALUE, literal, mark));
        });
  }

  private static void add(List<Piece> pieces, Literal literal, int from, int to) {
    if (to > from) {
      pieces.add(literal.part(from, to));
    }
  }

  private static Hole hole(Kind kind, Literal literal, Matcher mark) {
    return new Hole(
        kind,
        mark.group(),
        literal.source(),
        literal.offset(mark.start()),
        literal.offset(mark.end()));
  }
}
