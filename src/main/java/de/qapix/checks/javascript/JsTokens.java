package de.qapix.checks.javascript;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The tokens of a file in parallel arrays, which keeps those of a large bundle small; the last one
 * is END.
 */
final class JsTokens {

  enum Kind {
    NAME,
    NUMBER,
    STRING,
    REGEX,
    SYMBOL,
    TEMPLATE_START,
    CHUNK,
    HOLE_START,
    HOLE_END,
    TEMPLATE_END,
    JSX_START,
    JSX_END,
    END
  }

  private final String text;
  private Kind[] kinds = new Kind[256];
  private int[] starts = new int[256];
  private int[] ends = new int[256];
  private int[] matches = new int[256];
  private final BitSet onNewLine = new BitSet();
  private int count;

  JsTokens(String text) {
    this.text = text;
  }

  int add(Kind kind, int start, int end, boolean newLine) {
    if (count == kinds.length) {
      kinds = Arrays.copyOf(kinds, count * 2);
      starts = Arrays.copyOf(starts, count * 2);
      ends = Arrays.copyOf(ends, count * 2);
      matches = Arrays.copyOf(matches, count * 2);
    }
    kinds[count] = kind;
    starts[count] = start;
    ends[count] = end;
    matches[count] = -1;
    onNewLine.set(count, newLine);
    return count++;
  }

  void match(int opener, int closer) {
    matches[opener] = closer;
    matches[closer] = opener;
  }

  int count() {
    return count;
  }

  Kind kind(int token) {
    return token < 0 ? Kind.END : kinds[Math.min(token, count - 1)];
  }

  int start(int token) {
    return starts[Math.min(token, count - 1)];
  }

  int end(int token) {
    return ends[Math.min(token, count - 1)];
  }

  /** The other bracket of a pair; for an opening one that is never closed, the end. */
  int match(int token) {
    return matches[token] < 0 ? count - 1 : matches[token];
  }

  boolean isMatched(int token) {
    return matches[token] >= 0;
  }

  /** Whether a line ends between the token before and this one. */
  boolean onNewLine(int token) {
    return onNewLine.get(token);
  }

  /** Whether it is this word or symbol. */
  boolean is(int token, String expected) {
    Kind kind = kind(token);
    return (kind == Kind.SYMBOL || kind == Kind.NAME)
        && end(token) - start(token) == expected.length()
        && text.startsWith(expected, start(token));
  }

  String text(int token) {
    return text.substring(start(token), end(token));
  }
}
