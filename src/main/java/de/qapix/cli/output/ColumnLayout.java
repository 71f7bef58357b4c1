package de.qapix.cli.output;

import de.qapix.files.VisibleText;
import java.util.List;
import java.util.stream.IntStream;

/** Rows of cells as lines of text, the cells of a column below each other. */
public final class ColumnLayout {

  private static final String BETWEEN = "  ";

  private ColumnLayout() {}

  /** All rows have as many cells as the first one; nothing follows the last one of a line. */
  public static List<String> aligned(List<List<String>> table) {
    List<List<String>> rows =
        table.stream().map(row -> row.stream().map(VisibleText::line).toList()).toList();
    int[] widths =
        IntStream.range(0, rows.get(0).size())
            .map(column -> rows.stream().mapToInt(row -> width(row.get(column))).max().orElse(0))
            .toArray();
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private static String line(List<String> row, int... widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < row.size(); column++) {
      String cell = row.get(column);
      line.append(cell).append(" ".repeat(widths[column] - width(cell))).append(BETWEEN);
    }
    return line.toString().stripTrailing();
  }

  private static int width(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
