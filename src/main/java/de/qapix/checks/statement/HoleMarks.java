package de.qapix.checks.statement;

import de.qapix.checks.text.Literal;
import de.qapix.checks.text.Piece;
import de.qapix.sql.SqlTokens;
import de.qapix.sql.Token;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Words that stand for holes in a text, and occur nowhere else. */
public final class HoleMarks {

  private static final String BEGINNING = "qapix_hole_";
  private static final Pattern MARK = Pattern.compile(BEGINNING + "(\\d+)_");

  private HoleMarks() {}

  /** That of a hole, by its number in the text. */
  static String of(int hole) {
    return BEGINNING + hole + "_";
  }

  /** A text with one in the place of each hole. */
  public static SqlTokens tokens(List<Piece> pieces) {
    StringBuilder text = new StringBuilder();
    int hole = 0;
    for (Piece piece : pieces) {
      text.append(piece instanceof Literal literal ? literal.sql() : of(hole++));
    }
    return SqlTokens.of(text.toString());
  }

  /** The numbers of the holes for which words in a token stand. */
  static Stream<Integer> holes(Token token) {
    return MARK.matcher(token.text()).results().map(mark -> Integer.valueOf(mark.group(1)));
  }

  /** Whether a token is one, or holds one. */
  public static boolean isIn(Token token) {
    return token.text().contains(BEGINNING);
  }
}
