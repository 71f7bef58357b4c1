package de.qapix.checks.finding;

import de.qapix.files.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** All queries of a check, a line each. */
final class QueryTable {

  private static final String GAP = "  ";

  private QueryTable() {}

  /** With an empty line behind them. */
  static List<String> lines(List<ListedQuery> queries, Wording words) {
    List<List<String>> columns =
        List.of(
            column(queries, query -> query.place().toString()),
            column(queries, query -> query.library().orElse("-")),
            column(queries, query -> verdict(query, words)));
    List<String> lines = new ArrayList<>();
    for (int at = 0; at < queries.size(); at++) {
      StringBuilder line = new StringBuilder();
      for (List<String> column : columns) {
        line.append(column.get(at)).append(GAP);
      }
      lines.add(line + VisibleText.line(queries.get(at).text()));
    }
    if (!lines.isEmpty()) {
      lines.add("");
    }
    return lines;
  }

  private static String verdict(ListedQuery query, Wording words) {
    String verdict = words.text("finding.verdict." + query.verdict());
    return query.verdict().equals("skipped")
        ? verdict + ": " + words.text("queries.skip." + query.skipped().orElseThrow())
        : verdict;
  }

  /** All as wide as the widest. */
  private static List<String> column(List<ListedQuery> queries, Function<ListedQuery, String> of) {
    List<String> cells = queries.stream().map(of).map(VisibleText::line).toList();
    int widest = cells.stream().mapToInt(QueryTable::width).max().orElse(0);
    return cells.stream().map(cell -> cell + " ".repeat(widest - width(cell))).toList();
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }
}
