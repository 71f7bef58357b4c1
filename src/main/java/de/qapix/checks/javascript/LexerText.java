package de.qapix.checks.javascript;

import java.util.List;

/** Where the tokens end that begin at an offset. */
final class LexerText {

  private static final List<String> SYMBOLS =
      List.of(
          "...", "===", "!==", "**=", "&&=", "||=", "??=", "<<=", "=>", "==", "!=", "**", "&&",
          "||", "??", "++", "--", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<", "<=");

  private LexerText() {}

  static boolean startsName(char character) {
    return (character >= 'a' && character <= 'z')
        || (character >= 'A' && character <= 'Z')
        || character == '_'
        || character == '$'
        || character == '\\'
        || (character > '\u007f'
            && character != '\u00a0'
            && character != '\u2028'
            && character != '\u2029');
  }

  static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }

  static int endOfName(String text, int start) {
    int at = start;
    while (at < text.length() && (startsName(text.charAt(at)) || isDigit(text.charAt(at)))) {
      at++;
    }
    return at;
  }

  static int endOfNumber(String text, int start) {
    boolean decimal = !text.startsWith("0x", start) && !text.startsWith("0X", start);
    int at = start;
    while (at < text.length()) {
      char character = text.charAt(at);
      boolean sign =
          decimal
              && (character == '+' || character == '-')
              && (text.charAt(at - 1) | 0x20) == 'e'
              && at > start;
      boolean range = character == '.' && text.startsWith("..", at);
      if (range || (!sign && character != '.' && !isDigit(character) && !startsName(character))) {
        return at;
      }
      at++;
    }
    return at;
  }

  /** A string that is not closed ends with its line. */
  static int endOfString(String text, int start) {
    char quote = text.charAt(start);
    for (int at = start + 1; at < text.length(); at++) {
      char character = text.charAt(at);
      if (character == quote) {
        return at + 1;
      }
      if (character == '\n' || character == '\r') {
        return at;
      }
      if (character == '\\') {
        at += text.startsWith("\r\n", at + 1) ? 2 : 1;
      }
    }
    return text.length();
  }

  static int endOfRegex(String text, int start) {
    boolean inClass = false;
    for (int at = start + 1; at < text.length(); at++) {
      char character = text.charAt(at);
      if (character == '\n' || character == '\r') {
        return at;
      }
      if (character == '/' && !inClass) {
        return endOfName(text, at + 1);
      }
      inClass = character == '[' || (inClass && character != ']');
      at += character == '\\' ? 1 : 0;
    }
    return text.length();
  }

  /** Where the text of a template stops: at its end or before a hole. */
  static int endOfChunk(String text, int start) {
    for (int at = start; at < text.length(); at++) {
      char character = text.charAt(at);
      if (character == '`' || (character == '$' && text.startsWith("{", at + 1))) {
        return at;
      }
      at += character == '\\' ? 1 : 0;
    }
    return text.length();
  }

  static int endOfLine(String text, int start) {
    int at = start;
    while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
      at++;
    }
    return at;
  }

  static int skipBlanks(String text, int start) {
    int at = start;
    while (at < text.length() && text.charAt(at) <= ' ') {
      at++;
    }
    return at;
  }

  /** A {@code >} is always alone, since it may end type arguments. */
  static int endOfSymbol(String text, int start) {
    if ("=!*&|?<+-/%^.".indexOf(text.charAt(start)) < 0) {
      return start + 1;
    }
    if (text.startsWith("?.", start)) {
      return start + 2 < text.length() && isDigit(text.charAt(start + 2)) ? start + 1 : start + 2;
    }
    for (String symbol : SYMBOLS) {
      if (text.startsWith(symbol, start)) {
        return start + symbol.length();
      }
    }
    return start + 1;
  }
}
