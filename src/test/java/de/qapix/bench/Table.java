package de.qapix.bench;

import java.util.ArrayList;
import java.util.List;

/** A table for people: the first column to the left, figures to the right. */
final class Table {

  private final List<List<String>> rows = new ArrayList<>();

  Table(String... heads) {
    rows.add(List.of(heads));
  }

  void row(Object... cells) {
    List<String> row = new ArrayList<>();
    for (Object cell : cells) {
      row.add(String.valueOf(cell));
    }
    rows.add(row);
  }

  /** Prints nothing where there is nothing but a heading. */
  void print(String title) {
    if (rows.size() == 1) {
      return;
    }
    System.out.println();
    System.out.println(title);
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder("  ");
      for (int column = 0; column < row.size(); column++) {
        int width = width(column);
        line.append(("%" + (column == 0 ? "-" : "") + width + "s  ").formatted(row.get(column)));
      }
      System.out.println(line.toString().stripTrailing());
    }
  }

  private int width(int column) {
    return Math.max(1, rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(1));
  }
}
