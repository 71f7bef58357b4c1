package de.qapix.checks.statement;

import de.qapix.checks.text.Literal;
import de.qapix.checks.text.Piece;
import de.qapix.sql.SqlStatement;
import de.qapix.sql.SqlStatements;
import java.util.ArrayList;
import java.util.List;

/** Cuts the text of a query into its statements. */
public final class StatementSplitter {

  /** What a hole is for the lexer: a word, or a part of whatever it stands in. */
  private static final String HOLE = "hole";

  private StatementSplitter() {}

  /** The statements of a text; empty ones are left out, but one is always there. */
  public static List<List<Piece>> statements(List<Piece> pieces) {
    StringBuilder text = new StringBuilder();
    pieces.forEach(piece -> text.append(text(piece)));
    List<SqlStatement> statements = SqlStatements.of(text.toString());
    if (statements.size() < 2) {
      return List.of(pieces);
    }
    return statements.stream()
        .map(each -> between(pieces, each.offset(), each.offset() + each.text().length()))
        .toList();
  }

  private static String text(Piece piece) {
    return piece instanceof Literal literal ? literal.sql() : HOLE;
  }

  private static List<Piece> between(List<Piece> pieces, int from, int to) {
    List<Piece> inside = new ArrayList<>();
    int start = 0;
    for (Piece piece : pieces) {
      int length = text(piece).length();
      int first = Math.max(from - start, 0);
      int end = Math.min(to - start, length);
      if (first < end) {
        inside.add(piece instanceof Literal literal ? literal.part(first, end) : piece);
      }
      start += length;
    }
    return inside;
  }
}
