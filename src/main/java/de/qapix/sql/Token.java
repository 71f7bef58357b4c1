package de.qapix.sql;

import java.util.Locale;

/**
 * A piece of SQL that means something by itself, or a comment.
 *
 * @param text as it is written
 * @param offset where it begins, in chars
 */
public record Token(Kind kind, String text, int offset) {

  /** What a token can be. */
  public enum Kind {
    /** A keyword or a name without quotes. */
    WORD,
    /** A name in double quotes. */
    QUOTED_NAME,
    /** A literal in quotes of any kind. */
    STRING,
    /** A number. */
    NUMBER,
    /** A parameter, such as $1. */
    PARAMETER,
    /** One character of an operator or of punctuation. */
    SYMBOL,
    /** A comment, to the end of its line or nested. */
    COMMENT
  }

  /** Whether it is this keyword, given in lower case. */
  public boolean is(String word) {
    return kind == Kind.WORD && text.toLowerCase(Locale.ROOT).equals(word);
  }

  /** Whether it is this character of punctuation. */
  public boolean isSymbol(char symbol) {
    return kind == Kind.SYMBOL && text.charAt(0) == symbol;
  }

  /** Whether it can be a name; keywords count. */
  public boolean isName() {
    return kind == Kind.WORD || kind == Kind.QUOTED_NAME;
  }

  /** A name as the server understands it: without its quotes, or in lower case. */
  public String name() {
    if (kind != Kind.QUOTED_NAME) {
      return text.toLowerCase(Locale.ROOT);
    }
    int first = text.indexOf('"') + 1;
    int last = text.length() > first && text.endsWith("\"") ? text.length() - 1 : text.length();
    return text.substring(first, last).replace("\"\"", "\"");
  }

  /** What stands between the quotes of a literal; escapes are left as they are. */
  public String content() {
    if (text.startsWith("$")) {
      int tag = text.indexOf('$', 1) + 1;
      return text.length() >= 2 * tag ? text.substring(tag, text.length() - tag) : "";
    }
    int first = text.indexOf('\'') + 1;
    int last = text.length() > first && text.endsWith("'") ? text.length() - 1 : text.length();
    return text.substring(first, last).replace("''", "'");
  }

  /** Where the next one may begin. */
  public int end() {
    return offset + text.length();
  }
}
