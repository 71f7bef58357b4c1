package de.qapix.checks.files;

import java.util.regex.Pattern;

/** Tells JavaScript that a tool has written for machines. */
final class Minified {

  private static final Pattern NAME = Pattern.compile("(?i).*[.-]min\\.[cm]?js");
  private static final int LONG_LINE = 20_000;
  private static final double BLANKS = 0.1;
  private static final double SIGNS = 0.02;

  private Minified() {}

  /**
   * By its name, or by long lines that are code and make up most of the file. A long line of data
   * has few parentheses and semicolons.
   */
  static boolean is(String file, String text) {
    if (NAME.matcher(file).matches()) {
      return true;
    }
    int most = 0;
    int start = 0;
    while (text.length() - start >= LONG_LINE && 2 * most <= text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      if (end - start > LONG_LINE && isDense(text, start, end)) {
        most += end - start;
      }
      start = end + 1;
    }
    return 2 * most > text.length();
  }

  private static boolean isDense(String text, int start, int end) {
    int blanks = 0;
    int signs = 0;
    for (int at = start; at < end; at++) {
      char next = text.charAt(at);
      blanks += next == ' ' || next == '\t' ? 1 : 0;
      signs += next == '(' || next == ';' ? 1 : 0;
    }
    int length = end - start;
    return blanks < BLANKS * length && signs > SIGNS * length;
  }
}
