package de.qapix.checks.recognition;

import de.qapix.checks.text.Literal;
import de.qapix.checks.text.Piece;
import de.qapix.sql.SqlTokens;
import de.qapix.sql.Token;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The tokens of a text that may be SQL, without comments; each hole is a word of its own or a part
 * of one.
 */
public final class SqlText {

  /** Stands for a hole. */
  static final String HOLE = "\u25a1";

  /** pg-promise's {@code $1:name} and <code>${table~}</code>, which names and SQL come for. */
  private static final Pattern MARK =
      Pattern.compile(
          "\\$\\d+(?::(?:name|alias|raw)\\b|[~^](?=[\\s,();.]|$))"
              + "|\\$[{<(\\[/]\\s*[\\w.]+\\s*(?::(?:name|alias|raw)|[~^])\\s*[}>)\\]/]");

  private static final int LONGEST = 20_000;
  private static final Set<String> UNFINISHED =
      Set.of(
          "where", "and", "or", "on", "set", "by", "from", "select", ",", "(", "=", "values", "in",
          "join", "into", "as");

  private final SqlTokens tokens;

  private SqlText(SqlTokens tokens) {
    this.tokens = tokens;
  }

  public static SqlText of(List<Piece> pieces) {
    StringBuilder text = new StringBuilder();
    for (Piece piece : pieces) {
      text.append(piece instanceof Literal literal ? literal.sql() : HOLE);
      if (text.length() > LONGEST) {
        break;
      }
    }
    return of(text.toString());
  }

  public static SqlText of(String text) {
    SqlTokens tokens = SqlTokens.of(MARK.matcher(text).replaceAll(HOLE));
    while (tokens.acceptSymbol('(') || tokens.acceptSymbol(';')) {
      // What matters comes behind.
    }
    return new SqlText(tokens.rest());
  }

  /** Whether the end is one after which more must come. */
  boolean breaksOff() {
    return isAny(tokens.size() - 1, UNFINISHED);
  }

  int size() {
    return tokens.size();
  }

  boolean isEnd(int at) {
    return tokens.isSymbol(at, ';') || tokens.isSymbol(at, ')');
  }

  /** A word in lower case, or what a symbol is; nothing for literals and behind the end. */
  String word(int at) {
    if (at >= tokens.size()) {
      return "";
    }
    Token token = tokens.at(at);
    return switch (token.kind()) {
      case WORD -> token.text().toLowerCase(Locale.ROOT);
      case SYMBOL -> token.text();
      default -> "";
    };
  }

  boolean is(int at, String... words) {
    for (int i = 0; i < words.length; i++) {
      if (!word(at + i).equals(words[i])) {
        return false;
      }
    }
    return true;
  }

  boolean isAny(int at, Set<String> words) {
    return words.contains(word(at));
  }

  boolean isHole(int at) {
    return tokens.at(at).text().contains(HOLE);
  }

  boolean isWord(int at) {
    return tokens.at(at).kind() == Token.Kind.WORD;
  }

  boolean isName(int at) {
    return tokens.isName(at);
  }

  /** A literal, a number or a parameter. */
  boolean isValue(int at) {
    return switch (tokens.at(at).kind()) {
      case STRING, NUMBER, PARAMETER -> true;
      default -> false;
    };
  }

  /** Where a name with its schemas, which begins here, ends; the same place if none does. */
  int afterName(int at) {
    if (!isName(at)) {
      return at;
    }
    int next = at + 1;
    while (is(next, ".") && (isName(next + 1) || is(next + 1, "*"))) {
      next += 2;
    }
    return next;
  }

  /** Where what is in parentheses ends, the closing one included. */
  int afterParentheses(int at) {
    return tokens.after(at);
  }

  /** Whether the first word is written like that of a sentence. */
  boolean beginsLikeSentence() {
    String first = tokens.at(0).text();
    return first.length() > 1
        && Character.isUpperCase(first.charAt(0))
        && Character.isLowerCase(first.charAt(1));
  }

  boolean beginsInCapitals() {
    String first = tokens.at(0).text();
    return first.length() > 1 && Character.isUpperCase(first.charAt(1));
  }

  /** Whether something is in it that prose does not have. */
  boolean hasMarks() {
    return IntStream.range(0, tokens.size())
        .mapToObj(tokens::at)
        .anyMatch(
            token ->
                switch (token.kind()) {
                  case QUOTED_NAME, PARAMETER -> true;
                  case SYMBOL -> "=*<>(".indexOf(token.text().charAt(0)) >= 0;
                  default -> false;
                });
  }
}
