package de.qapix.checks.query;

import de.qapix.checks.text.Hole;
import de.qapix.checks.text.Literal;
import de.qapix.checks.text.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds parameters for which a library puts in a whole list with its parentheses: {@code VALUES
 * :rows}, {@code IN ?}.
 */
final class ListParameters {

  private static final Pattern LIST =
      Pattern.compile("\\b(values|in)\\s*(:\\w+|\\?)(?=\\s*($|[)a-z;]))", Pattern.CASE_INSENSITIVE);

  private ListParameters() {}

  /** The same pieces with holes in the place of such parameters. */
  static List<Piece> asHoles(List<Piece> pieces) {
    List<Piece> all = new ArrayList<>();
    for (Piece piece : pieces) {
      if (piece instanceof Literal literal) {
        add(literal, all);
      } else {
        all.add(piece);
      }
    }
    return all;
  }

  private static void add(Literal literal, List<Piece> all) {
    int from = 0;
    Matcher list = LIST.matcher(literal.sql());
    while (list.find()) {
      all.add(literal.part(from, list.start(2)));
      all.add(
          new Hole(
              Hole.Kind.VALUES_IN_PARENTHESES,
              list.group(2),
              literal.source(),
              literal.offset(list.start(2)),
              literal.offset(list.end(2))));
      from = list.end(2);
    }
    all.add(from == 0 ? literal : literal.part(from, literal.sql().length()));
  }
}
