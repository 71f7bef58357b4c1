package de.qapix.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Casts of whole arrays as casts of their elements. The server prints {@code status in ('a')} of a
 * {@code varchar} as a cast of the array, and makes casts of the elements of it when it reads that
 * again, as when a dump is restored.
 */
final class ArrayCasts {

  private static final String START = "(ARRAY[";
  private static final Pattern CAST =
      Pattern.compile("\\)::((?:\\w|[ .]|\"[^\"]+\")+(?:\\(\\d+(?:,\\d+)?\\))?)\\[\\]");

  private ArrayCasts() {}

  /** The text with all such casts inside. */
  static String moveInside(String text) {
    StringBuilder moved = new StringBuilder();
    int done = 0;
    for (int start = text.indexOf(START); start >= 0; start = text.indexOf(START, start + 1)) {
      List<String> elements = new ArrayList<>();
      int end = elements(text, start + START.length(), elements);
      Matcher cast = CAST.matcher(text).region(Math.min(end + 1, text.length()), text.length());
      if (start >= done && end < text.length() && cast.lookingAt()) {
        moved.append(text, done, start).append("ARRAY[");
        moved.append(
            elements.stream()
                .map(element -> "(" + element + ")::" + cast.group(1))
                .collect(Collectors.joining(", ")));
        moved.append("]");
        done = cast.end();
      }
    }
    return moved.append(text.substring(done)).toString();
  }

  /** Takes the elements apart and tells where the bracket behind them is. */
  private static int elements(String text, int start, List<String> elements) {
    int depth = 0;
    boolean quoted = false;
    int begin = start;
    for (int at = start; at < text.length(); at++) {
      char letter = text.charAt(at);
      if (letter == '\'') {
        quoted = !quoted;
      } else if (!quoted && (letter == '(' || letter == '[')) {
        depth++;
      } else if (!quoted && (letter == ')' || (letter == ']' && depth > 0))) {
        depth--;
      } else if (!quoted && depth == 0 && (letter == ',' || letter == ']')) {
        elements.add(text.substring(begin, at).strip());
        begin = at + 1;
        if (letter == ']') {
          return at;
        }
      }
    }
    return text.length();
  }
}
