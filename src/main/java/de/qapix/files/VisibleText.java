package de.qapix.files;

import java.util.List;

/**
 * Text without the characters that would command a terminal or that XML forbids: names and comments
 * come from a database, in which anybody may have written anything.
 */
public final class VisibleText {

  private static final int REPLACEMENT = 0xFFFD;
  private static final int LAST_OF_TWO_DIGITS = 0xFF;

  private VisibleText() {}

  /**
   * The text with each control character and each change of the writing direction as its number,
   * e.g. {@code \\x1b}; line feeds and tabs are left.
   */
  public static String controls(String text) {
    return numbered(text, "\\x%02x");
  }

  /** The same in JSON, where all that is left of them stands within strings. */
  public static String json(String text) {
    return numbered(text, "\\u%04x");
  }

  private static String numbered(String text, String low) {
    if (text.codePoints().noneMatch(VisibleText::isControl)) {
      return text;
    }
    StringBuilder visible = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              if (isControl(point)) {
                visible.append((point > LAST_OF_TWO_DIGITS ? "\\u%04x" : low).formatted(point));
              } else {
                visible.appendCodePoint(point);
              }
            });
    return visible.toString();
  }

  /** Those of C0, DEL, C1, and those that turn the writing direction of what follows. */
  private static boolean isControl(int point) {
    return (point != '\n' && point != '\t' && Character.isISOControl(point))
        || (point >= 0x202A && point <= 0x202E)
        || (point >= 0x2066 && point <= 0x2069);
  }

  /** Line breaks are kept, as {@code \n}. */
  public static String text(String text) {
    return controls(text.replaceAll("\\R", "\n"))
        .codePoints()
        .map(point -> isCharacter(point) ? point : REPLACEMENT)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** One character for each, so that places within the text stay what they are. */
  public static String inPlace(String text) {
    return text.codePoints()
        .map(point -> isCharacter(point) && !isControl(point) ? point : REPLACEMENT)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** In one line. */
  public static String line(String text) {
    return text(text).replace('\n', ' ').replace('\t', ' ');
  }

  /** At least one. */
  public static List<String> lines(String text) {
    return List.of(text(text).split("\n", -1));
  }

  private static boolean isCharacter(int point) {
    return Character.getType(point) != Character.SURROGATE && point != 0xFFFE && point != 0xFFFF;
  }
}
