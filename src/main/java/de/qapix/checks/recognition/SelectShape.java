package de.qapix.checks.recognition;

import java.util.Set;

/** Recognises selects, whose words are the most common ones in sentences too. */
final class SelectShape {

  private SelectShape() {}

  static boolean isSelect(SqlText sql) {
    int list = sql.isAny(1, Set.of("distinct", "all")) ? 2 : 1;
    int from = list;
    while (from < sql.size() && !sql.is(from, "from")) {
      from = sql.is(from, "(") ? sql.afterParentheses(from) : from + 1;
    }
    if (from >= sql.size()) {
      return isSelectOfNothing(sql, list);
    }
    boolean named = sql.isName(from + 1) || sql.is(from + 1, "(");
    return from > list
        && named
        && (sql.beginsInCapitals() || sql.hasMarks() || hasPunctuation(sql, from))
        && isAfterTable(sql, from + 1);
  }

  private static boolean hasPunctuation(SqlText sql, int end) {
    for (int at = 1; at < end + 4; at++) {
      if (sql.is(at, ",") || sql.is(at, ".") || sql.isHole(at) || sql.isValue(at)) {
        return true;
      }
    }
    return false;
  }

  /** {@code select now()} or {@code select 1}. */
  static boolean isSelectOfNothing(SqlText sql, int list) {
    if (sql.beginsLikeSentence()) {
      return false;
    }
    if (sql.isValue(list)) {
      return sql.isEnd(list + 1) || !sql.isWord(list + 1) || sql.is(list + 1, "as");
    }
    int open = sql.afterName(list);
    if (open == list || !sql.is(open, "(")) {
      return false;
    }
    int close = sql.afterParentheses(open);
    boolean filled = sql.is(open + 1, ")");
    for (int at = open; at < close; at++) {
      filled |= sql.isValue(at) || sql.isHole(at);
    }
    return (filled || sql.beginsInCapitals())
        && (sql.isEnd(close) || !sql.isWord(close) || sql.is(close, "as"));
  }

  private static boolean isAfterTable(SqlText sql, int table) {
    if (sql.is(table, "(")) {
      return true;
    }
    int after = sql.afterName(table);
    if (sql.isEnd(after)
        || !sql.isWord(after)
        || sql.isHole(after)
        || sql.isAny(after, StatementShape.AFTER_TABLE)) {
      return true;
    }
    return sql.isEnd(after + 1)
        || !sql.isWord(after + 1)
        || sql.isHole(after + 1)
        || sql.isAny(after + 1, StatementShape.AFTER_TABLE);
  }
}
