package de.qapix.checks.text;

import de.qapix.checks.finding.Place;
import java.util.Arrays;

/**
 * The text of a file, and the places in it. Offsets are chars of the text from 0; lines end with
 * LF, CR LF or CR.
 */
public final class SourceText {

  private final String file;
  private final String text;
  private int[] lineStarts;

  /**
   * @param file its path with slashes, as findings name it
   */
  public SourceText(String file, String text) {
    this.file = file;
    this.text = text;
  }

  public String file() {
    return file;
  }

  public String text() {
    return text;
  }

  /** The place of what begins at one offset and ends before another; columns in code points. */
  public Place place(int start, int end) {
    int line = lineOf(start);
    int lineStart = lineStarts()[line - 1];
    int column = text.codePointCount(lineStart, start) + 1;
    int last = Math.min(end, endOf(line));
    int endColumn = last > start ? column + text.codePointCount(start, last) : 0;
    return new Place(file, line, column, endColumn);
  }

  /** The line, from 1, in which an offset lies. */
  public int lineOf(int offset) {
    int found = Arrays.binarySearch(lineStarts(), offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** The offset at which a line begins, the first line being 1. */
  public int startOf(int line) {
    return lineStarts()[line - 1];
  }

  /** A line without its end, the first line being 1. */
  public String line(int line) {
    return text.substring(startOf(line), endOf(line));
  }

  private int endOf(int line) {
    int end = line < lineStarts().length ? startOf(line + 1) : text.length();
    while (end > startOf(line) && isLineEnd(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private int[] lineStarts() {
    if (lineStarts == null) {
      int[] starts = new int[16];
      int count = 1;
      for (int at = 0; at < text.length(); at++) {
        boolean inPair =
            text.charAt(at) == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
        if (isLineEnd(text.charAt(at)) && !inPair) {
          starts = count == starts.length ? Arrays.copyOf(starts, count * 2) : starts;
          starts[count++] = at + 1;
        }
      }
      lineStarts = Arrays.copyOf(starts, count);
    }
    return lineStarts;
  }

  private static boolean isLineEnd(char character) {
    return character == '\n' || character == '\r';
  }
}
