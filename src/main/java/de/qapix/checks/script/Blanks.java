package de.qapix.checks.script;

/** Puts other text in the place of some, so that no line and no character behind it moves. */
final class Blanks {

  private Blanks() {}

  /** The text with something else from one place to another, filled up with blanks. */
  static String replace(String text, int start, int end, String other) {
    StringBuilder result = new StringBuilder(text.substring(0, start)).append(other);
    for (int at = start + other.length(); at < end; at++) {
      char character = text.charAt(at);
      result.append(character == '\n' || character == '\r' ? character : ' ');
    }
    return result.append(text, end, text.length()).toString();
  }
}
