package de.qapix.checks.finding;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import java.util.Comparator;

/**
 * Where in a file something was found.
 *
 * @param file its path with slashes, relative to the folder in which the command runs
 * @param line from 1
 * @param column from 1, in code points; 0 where only the line is known
 * @param endColumn the column behind the last character; 0 where it is not known
 */
public record Place(String file, int line, int column, int endColumn) implements Comparable<Place> {

  private static final Comparator<Place> ORDER =
      comparing(Place::file)
          .thenComparing(Place::line)
          .thenComparing(Place::column)
          .thenComparing(Place::endColumn);

  public Place {
    requireNonNull(file, "file");
    if (file.isBlank()) {
      throw new IllegalArgumentException("a place needs a file");
    }
    boolean endIsWrong = endColumn != 0 && (column == 0 || endColumn < column);
    if (line < 1 || column < 0 || endIsWrong) {
      throw new IllegalArgumentException(
          "no such place: %s:%d:%d-%d".formatted(file, line, column, endColumn));
    }
  }

  /** The file as a whole: its first line. */
  public static Place in(String file) {
    return new Place(file, 1, 0, 0);
  }

  /** A line whose column is not known. */
  public static Place in(String file, int line) {
    return new Place(file, line, 0, 0);
  }

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }

  /** As editors and terminals understand it: {@code file:line:column}. */
  @Override
  public String toString() {
    return column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
  }
}
