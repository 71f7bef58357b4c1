package de.qapix.checks.finding;

import de.qapix.files.VisibleText;
import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A line of a file, with carets under the part that is meant. */
final class Excerpt {

  private static final int WIDEST = 160;
  private static final int BEFORE = 60;
  private static final int FIRST_EMOJI = 0x1F300;
  private static final int LAST_EMOJI = 0x1FAFF;
  private static final Set<UnicodeScript> WIDE =
      EnumSet.of(
          UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.HANGUL);

  private final String number;
  private final int[] points;
  private final int start;
  private final int end;
  private final int from;
  private final int to;

  private Excerpt(Place place, String line) {
    this.number = String.valueOf(place.line());
    this.points = VisibleText.inPlace(line.stripTrailing()).codePoints().toArray();
    this.start = Math.min(Math.max(place.column() - 1, 0), points.length);
    this.end = Math.min(Math.max(place.endColumn() - 1, start + 1), points.length);
    this.from =
        points.length <= WIDEST ? 0 : Math.max(0, Math.min(start - BEFORE, points.length - WIDEST));
    this.to = Math.min(points.length, from + WIDEST);
  }

  /** The line with its number in front, and below it the carets where the column is known. */
  static List<String> lines(Place place, String line) {
    Excerpt excerpt = new Excerpt(place, line);
    String text = excerpt.number + " | " + excerpt.text();
    return place.column() == 0
        ? List.of(text)
        : List.of(text, " ".repeat(excerpt.number.length()) + " | " + excerpt.carets());
  }

  private String text() {
    return (from > 0 ? "…" : "")
        + new String(points, from, to - from)
        + (to < points.length ? "…" : "");
  }

  /** Tabs stay tabs, so that the carets stand where they should, however wide a tab is. */
  private String carets() {
    StringBuilder carets = new StringBuilder(from > 0 ? " " : "");
    for (int at = from; at < start; at++) {
      carets.append(points[at] == '\t' ? "\t" : " ".repeat(width(points[at])));
    }
    int width = Arrays.stream(points, start, Math.min(end, to)).map(Excerpt::width).sum();
    return carets.append("^".repeat(Math.max(1, width))).toString();
  }

  /** How many columns of a terminal a character takes. */
  private static int width(int point) {
    return switch (Character.getType(point)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isWide(point) ? 2 : 1;
    };
  }

  private static boolean isWide(int point) {
    return (point >= FIRST_EMOJI && point <= LAST_EMOJI) || WIDE.contains(UnicodeScript.of(point));
  }
}
