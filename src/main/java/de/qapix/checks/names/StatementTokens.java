package de.qapix.checks.names;

import de.qapix.sql.SqlLexer;
import de.qapix.sql.Token;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/** The tokens of a statement without its comments, and which parentheses belong together. */
public final class StatementTokens {

  private static final Token NONE = new Token(Token.Kind.SYMBOL, ";", -1);

  private final List<Token> list;
  private final int[] partner;

  private StatementTokens(List<Token> list) {
    this.list = list;
    this.partner = partners(list);
  }

  public static StatementTokens of(String sql) {
    return new StatementTokens(
        SqlLexer.tokens(sql).stream().filter(token -> token.kind() != Token.Kind.COMMENT).toList());
  }

  private static int[] partners(List<Token> list) {
    int[] partner = new int[list.size()];
    Arrays.fill(partner, -1);
    Deque<Integer> open = new ArrayDeque<>();
    for (int at = 0; at < partner.length; at++) {
      if (list.get(at).isSymbol('(')) {
        open.push(at);
      } else if (list.get(at).isSymbol(')') && !open.isEmpty()) {
        partner[at] = open.pop();
        partner[partner[at]] = at;
      }
    }
    open.forEach(left -> partner[left] = partner.length);
    return partner;
  }

  public int size() {
    return list.size();
  }

  /** The token at a place; a semicolon before the first and behind the last. */
  public Token at(int place) {
    return place >= 0 && place < list.size() ? list.get(place) : NONE;
  }

  /** The place of the parenthesis that closes the one here; the end where none does. */
  public int closing(int open) {
    return isOpen(open) ? partner[open] : -1;
  }

  /** The place behind what begins here: a token, or all between two parentheses. */
  public int after(int place) {
    return at(place).isSymbol('(') ? Math.min(closing(place) + 1, size()) : place + 1;
  }

  public boolean isOpen(int place) {
    return at(place).isSymbol('(');
  }

  public boolean is(int place, String... words) {
    return Arrays.stream(words).anyMatch(at(place)::is);
  }

  public boolean isSymbol(int place, char symbol) {
    return at(place).isSymbol(symbol);
  }

  public boolean isName(int place) {
    return at(place).isName();
  }

  /** A name as the server understands it: folded where it has no quotes. */
  public String name(int place) {
    return plain(at(place));
  }

  static String plain(Token token) {
    String text = token.text();
    return token.kind() == Token.Kind.QUOTED_NAME && text.length() >= 2 && text.startsWith("\"")
        ? text.substring(1, text.length() - 1).replace("\"\"", "\"")
        : text.toLowerCase(Locale.ROOT);
  }

  /**
   * The place of the token that begins at a char of the text, or that holds it; -1 if none does.
   */
  public int holding(int offset) {
    int low = 0;
    int high = list.size() - 1;
    while (low <= high) {
      int middle = (low + high) / 2;
      Token token = list.get(middle);
      if (token.end() <= offset) {
        low = middle + 1;
      } else if (token.offset() > offset) {
        high = middle - 1;
      } else {
        return middle;
      }
    }
    return -1;
  }
}
