package de.qapix.finding;

import java.util.List;

/**
 * Text without the characters that would command a terminal or that XML forbids: names and comments
 * come from a database, in which anybody may have written anything.
 */
final class Visible {

  private static final int REPLACEMENT = 0xFFFD;

  private Visible() {}

  /** Line breaks are kept, as {@code \n}. */
  static String text(String text) {
    return text.replaceAll("\\R", "\n")
        .codePoints()
        .map(point -> point == '\n' || point == '\t' || isVisible(point) ? point : REPLACEMENT)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** In one line. */
  static String line(String text) {
    return text(text).replace('\n', ' ').replace('\t', ' ');
  }

  /** At least one. */
  static List<String> lines(String text) {
    return List.of(text(text).split("\n", -1));
  }

  private static boolean isVisible(int point) {
    return !Character.isISOControl(point)
        && Character.getType(point) != Character.SURROGATE
        && point != 0xFFFE
        && point != 0xFFFF;
  }
}
