package de.qapix.checks.javascript;

/**
 * Tells an element of JSX from the type parameters of a function, where an expression begins with
 * {@code <}.
 */
final class JsxStart {

  private JsxStart() {}

  static boolean isAt(String text, int less) {
    int next = less + 1;
    if (next < text.length() && text.charAt(next) == '>') {
      return true;
    }
    if (next >= text.length() || !LexerText.startsName(text.charAt(next))) {
      return false;
    }
    int end = LexerText.endOfName(text, next);
    int after = LexerText.skipBlanks(text, end);
    if (text.startsWith(",", after) || text.startsWith("extends ", after)) {
      return false;
    }
    boolean likeTypeParameter = text.startsWith(">(", end) || text.startsWith("> (", end);
    return !likeTypeParameter || text.indexOf("</" + text.substring(next, end), end) >= 0;
  }

  /** Where the types of {@code <Select<Option> ..>} end, which begin at an offset. */
  static int endOfTypes(String text, int less) {
    int depth = 0;
    for (int at = less; at < text.length(); at++) {
      char character = text.charAt(at);
      depth += character == '<' ? 1 : character == '>' && text.charAt(at - 1) != '=' ? -1 : 0;
      if (depth == 0) {
        return at + 1;
      }
    }
    return text.length();
  }
}
