package de.qapix.checks.statement;

import de.qapix.checks.text.Literal;
import de.qapix.checks.text.Piece;
import de.qapix.sql.SqlTokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A text that is no statement but a value in one: a query in parentheses, perhaps compared with
 * something or given a name. Its query may use tables of the statement around it.
 */
public final class SubqueryValue {

  private static final String[] GOING_ON = {
    "union", "intersect", "except", "order", "limit", "offset", "fetch", "for"
  };
  private static final String SELECT = "select ";

  private SubqueryValue() {}

  /** Whether a text begins with a query in parentheses. */
  public static boolean begins(List<Piece> pieces) {
    return begins(HoleMarks.tokens(pieces));
  }

  private static boolean begins(SqlTokens tokens) {
    int query = 0;
    while (tokens.isOpen(query)) {
      query++;
    }
    return query > 0 && tokens.startsQuery(query);
  }

  /** The text as a statement: with a word before it where it is none by itself. */
  static List<Piece> asStatement(List<Piece> pieces) {
    SqlTokens tokens = HoleMarks.tokens(pieces);
    int next = begins(tokens) ? tokens.closing(0) + 1 : tokens.size();
    if (next >= tokens.size() || tokens.isSymbol(next, ';') || tokens.is(next, GOING_ON)) {
      return pieces;
    }
    List<Piece> statement = new ArrayList<>(pieces);
    pieces.stream()
        .filter(Literal.class::isInstance)
        .findFirst()
        .map(Literal.class::cast)
        .ifPresent(first -> statement.add(0, select(first)));
    return statement;
  }

  private static Literal select(Literal before) {
    int[] offsets = new int[SELECT.length() + 1];
    Arrays.fill(offsets, before.offset(0));
    return new Literal(SELECT, before.source(), offsets);
  }
}
