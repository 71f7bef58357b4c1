package de.qapix.checks.scratch;

/**
 * A place in a text as people and editors count: from 1.
 *
 * @param column in code points
 */
record TextPlace(int line, int column) {

  /** The place of an index. */
  static TextPlace at(String text, int index) {
    String before = text.substring(0, index);
    int lineStart = before.lastIndexOf('\n') + 1;
    return new TextPlace(
        1 + (int) before.chars().filter(character -> character == '\n').count(),
        1 + before.codePointCount(lineStart, index));
  }
}
