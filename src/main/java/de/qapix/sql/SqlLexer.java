package de.qapix.sql;

import de.qapix.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts SQL into tokens as PostgreSQL does with standard_conforming_strings on. What is not closed
 * goes on to the end of the text; to complain is up to the server.
 */
public final class SqlLexer {

  private final String sql;
  private int at;

  private SqlLexer(String sql) {
    this.sql = sql;
  }

  /** All tokens of a text, with its comments and without its blanks. */
  public static List<Token> tokens(String sql) {
    SqlLexer lexer = new SqlLexer(sql);
    List<Token> tokens = new ArrayList<>();
    lexer.skipBlanks();
    while (lexer.at < sql.length()) {
      int start = lexer.at;
      Kind kind = lexer.read();
      tokens.add(new Token(kind, sql.substring(start, lexer.at), start));
      lexer.skipBlanks();
    }
    return tokens;
  }

  private Kind read() {
    char first = sql.charAt(at);
    if (looksAt("--")) {
      skipLine();
      return Kind.COMMENT;
    }
    if (looksAt("/*")) {
      skipNestedComment();
      return Kind.COMMENT;
    }
    if (first == '\'') {
      skipQuoted('\'');
      return Kind.STRING;
    }
    if (first == '"') {
      skipQuoted('"');
      return Kind.QUOTED_NAME;
    }
    if (first == '$') {
      return readDollar();
    }
    if (isDigit(first) || (first == '.' && isDigit(peek(1)))) {
      skipNumber();
      return Kind.NUMBER;
    }
    return startsName(first) ? readWord() : readSymbol();
  }

  private Kind readSymbol() {
    at++;
    return Kind.SYMBOL;
  }

  /** A word, or a literal or name whose quotes have a prefix. */
  private Kind readWord() {
    char first = Character.toLowerCase(sql.charAt(at));
    if (first == 'e' && peek(1) == '\'') {
      at++;
      skipEscaped();
      return Kind.STRING;
    }
    if ((first == 'b' || first == 'x' || first == 'n') && peek(1) == '\'') {
      at++;
      skipQuoted('\'');
      return Kind.STRING;
    }
    if (first == 'u' && peek(1) == '&' && (peek(2) == '\'' || peek(2) == '"')) {
      char quote = peek(2);
      at += 2;
      skipQuoted(quote);
      return quote == '"' ? Kind.QUOTED_NAME : Kind.STRING;
    }
    while (at < sql.length() && continuesName(sql.charAt(at))) {
      at++;
    }
    return Kind.WORD;
  }

  private Kind readDollar() {
    if (isDigit(peek(1))) {
      at++;
      skipNumber();
      return Kind.PARAMETER;
    }
    int tagEnd = at + 1;
    if (tagEnd < sql.length() && startsName(sql.charAt(tagEnd))) {
      while (tagEnd < sql.length()
          && continuesName(sql.charAt(tagEnd))
          && sql.charAt(tagEnd) != '$') {
        tagEnd++;
      }
    }
    if (tagEnd >= sql.length() || sql.charAt(tagEnd) != '$') {
      return readSymbol();
    }
    String tag = sql.substring(at, tagEnd + 1);
    int close = sql.indexOf(tag, tagEnd + 1);
    at = close < 0 ? sql.length() : close + tag.length();
    return Kind.STRING;
  }

  /** A doubled quote is found as the beginning of the next part, which comes to the same. */
  private void skipQuoted(char quote) {
    do {
      int close = sql.indexOf(quote, at + 1);
      at = close < 0 ? sql.length() : close + 1;
    } while (at < sql.length() && sql.charAt(at) == quote);
  }

  /** Backslashes count, also in the parts that follow on other lines. */
  private void skipEscaped() {
    do {
      at++;
      while (at < sql.length() && sql.charAt(at) != '\'') {
        at += sql.charAt(at) == '\\' ? 2 : 1;
      }
      at = Math.min(at + 1, sql.length());
    } while (continuesEscaped());
  }

  private boolean continuesEscaped() {
    if (at < sql.length() && sql.charAt(at) == '\'') {
      return true;
    }
    int end = at;
    skipBlanks();
    while (looksAt("--")) {
      skipLine();
      skipBlanks();
    }
    boolean otherLine = sql.substring(end, at).chars().anyMatch(SqlLexer::endsLine);
    if (otherLine && at < sql.length() && sql.charAt(at) == '\'') {
      return true;
    }
    at = end;
    return false;
  }

  private void skipNumber() {
    while (at < sql.length() && continuesNumber(sql.charAt(at))) {
      at++;
    }
  }

  private void skipLine() {
    while (at < sql.length() && !endsLine(sql.charAt(at))) {
      at++;
    }
  }

  private void skipNestedComment() {
    int depth = 0;
    do {
      if (looksAt("/*")) {
        depth++;
        at += 2;
      } else if (looksAt("*/")) {
        depth--;
        at += 2;
      } else {
        at++;
      }
    } while (depth > 0 && at < sql.length());
  }

  private void skipBlanks() {
    while (at < sql.length() && " \t\n\r\f\u000b\ufeff".indexOf(sql.charAt(at)) >= 0) {
      at++;
    }
  }

  private boolean looksAt(String text) {
    return sql.startsWith(text, at);
  }

  private char peek(int ahead) {
    return at + ahead < sql.length() ? sql.charAt(at + ahead) : '\0';
  }

  private static boolean startsName(char character) {
    return character == '_'
        || (character >= 'a' && character <= 'z')
        || (character >= 'A' && character <= 'Z')
        || character >= '\u0080';
  }

  private static boolean continuesName(char character) {
    return startsName(character) || isDigit(character) || character == '$';
  }

  private static boolean continuesNumber(char character) {
    return character == '.' || (continuesName(character) && character != '$');
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }

  private static boolean endsLine(int character) {
    return character == '\n' || character == '\r';
  }
}
