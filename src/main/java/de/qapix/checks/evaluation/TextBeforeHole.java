package de.qapix.checks.evaluation;

import de.qapix.checks.text.Hole.Kind;
import de.qapix.checks.text.Literal;
import de.qapix.checks.text.Piece;
import de.qapix.sql.Keywords;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What stands before a hole in the template of a library; that tells what the hole can be. */
final class TextBeforeHole {

  private static final Set<String> BEFORE_NAME =
      Set.of("from", "join", "into", "update", "table", "only");

  private final String text;
  private final boolean hole;

  private TextBeforeHole(String text, boolean hole) {
    this.text = text;
    this.hole = hole;
  }

  static TextBeforeHole of(List<Piece> pieces) {
    StringBuilder text = new StringBuilder();
    for (int i = pieces.size() - 1; i >= 0; i--) {
      if (!(pieces.get(i) instanceof Literal literal)) {
        return new TextBeforeHole(text.toString(), text.toString().isBlank());
      }
      text.insert(0, literal.sql());
      if (!literal.sql().isBlank()) {
        break;
      }
    }
    return new TextBeforeHole(text.toString(), false);
  }

  /**
   * A value right behind another operand, or where a table must be, would be wrong: it is SQL that
   * is not known.
   */
  Kind kind() {
    String before = text.stripTrailing();
    if (hole) {
      return Kind.SQL;
    }
    if (before.isEmpty()) {
      return Kind.VALUE;
    }
    char last = before.charAt(before.length() - 1);
    if (!isWordPart(last)) {
      return last == ')' || last == '"' ? Kind.SQL : Kind.VALUE;
    }
    String word = lastWord(before);
    boolean glued = text.length() == before.length();
    if (word.equals("in")) {
      return Kind.VALUES_IN_PARENTHESES;
    }
    boolean operand = !Keywords.expectOperand(word) || BEFORE_NAME.contains(word) || glued;
    return operand ? Kind.SQL : Kind.VALUE;
  }

  private static String lastWord(String text) {
    int start = text.length();
    while (start > 0 && isWordPart(text.charAt(start - 1))) {
      start--;
    }
    return text.substring(start).toLowerCase(Locale.ROOT);
  }

  private static boolean isWordPart(char character) {
    return Character.isLetterOrDigit(character) || character == '_';
  }
}
