package de.qapix.checks.recognition;

import java.util.Set;

/**
 * Recognises statements among texts, most of which are sentences, paths, class names and the like.
 */
final class StatementShape {

  /** The words with which statements begin. */
  static final Set<String> VERBS =
      Set.of(
          """
          select insert update delete with merge values truncate create alter drop call refresh
          copy do listen notify unlisten vacuum analyze explain grant revoke lock begin commit
          rollback savepoint release start set reset show prepare deallocate declare reindex
          cluster discard comment replace abort execute fetch pragma"""
              .split("\\s", -1));

  static final Set<String> AFTER_TABLE =
      Set.of(
          """
          where using returning as join left inner right full cross group order limit on union
          having for offset natural lateral tablesample window except intersect fetch"""
              .split("\\s", -1));
  private static final Set<String> QUERIES =
      Set.of("select", "insert", "update", "delete", "values", "with", "merge", "table");

  private StatementShape() {}

  /** Whether a text is SQL that nothing but its words tells. */
  static boolean isStatement(SqlText sql) {
    if (!sql.isAny(0, VERBS)
        || (sql.beginsLikeSentence() && !sql.hasMarks())
        || EnglishDetector.is(sql)) {
      return false;
    }
    return switch (sql.word(0)) {
      case "select" -> isSelect(sql);
      case "insert", "replace" -> isInsert(sql);
      case "update" -> isUpdate(sql);
      case "delete" -> isDelete(sql);
      case "with" -> isWith(sql);
      case "merge" -> isMerge(sql);
      case "values" ->
          sql.is(1, "(") && (sql.isValue(2) || sql.isHole(2)) && !sql.beginsLikeSentence();
      default -> !sql.beginsLikeSentence() && UtilityShape.isStatement(sql);
    };
  }

  /**
   * Whether a text that is given to a database, or has a tag of SQL, is a statement and not a part
   * of one.
   */
  static boolean isSent(SqlText sql) {
    return switch (sql.word(0)) {
      case "select" -> sql.size() > 1;
      case "insert" -> sql.is(1, "into") || isInsert(sql);
      case "update" -> isUpdate(sql) || sql.isHole(1) || sql.isHole(2);
      case "delete" -> sql.is(1, "from") || sql.isHole(1);
      case "with" -> isWith(sql) || sql.isHole(1) || sql.isHole(3);
      case "merge" -> sql.is(1, "into");
      case "values" -> sql.is(1, "(");
      default -> sql.isAny(0, VERBS) && UtilityShape.isSent(sql);
    };
  }

  /** Whether what is sent begins with a hole and goes on as a statement does. */
  static boolean isSentBehindHole(SqlText sql) {
    return sql.isHole(0)
        && (sql.isAny(1, AFTER_TABLE) || sql.isAny(1, Set.of("from", "set", "values", "and")));
  }

  private static boolean isSelect(SqlText sql) {
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
  private static boolean isSelectOfNothing(SqlText sql, int list) {
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
        || sql.isAny(after, AFTER_TABLE)) {
      return true;
    }
    return sql.isEnd(after + 1)
        || !sql.isWord(after + 1)
        || sql.isHole(after + 1)
        || sql.isAny(after + 1, AFTER_TABLE);
  }

  private static boolean isInsert(SqlText sql) {
    int into = sql.is(1, "or") ? 3 : sql.is(1, "ignore") ? 2 : 1;
    if (!sql.is(into, "into")) {
      return false;
    }
    int after = sql.afterName(into + 1);
    return after > into + 1
        && (sql.is(after, "(")
            || sql.isHole(after)
            || (sql.isHole(after - 1) && sql.isEnd(after))
            || sql.isAny(
                after,
                Set.of("values", "select", "default", "with", "as", "overriding", "set", "table")));
  }

  private static boolean isUpdate(SqlText sql) {
    int table = sql.is(1, "only") ? 2 : 1;
    int set = sql.afterName(table);
    if (set == table) {
      return false;
    }
    set += sql.is(set, "*") ? 1 : 0;
    set += sql.is(set, "as") ? 2 : !sql.is(set, "set") && sql.isName(set) ? 1 : 0;
    if (!sql.is(set, "set")) {
      return false;
    }
    int column = sql.afterName(set + 1);
    return sql.is(set + 1, "(")
        || sql.isHole(set + 1)
        || sql.is(column, "=")
        || sql.is(column, "[");
  }

  private static boolean isDelete(SqlText sql) {
    int table = sql.is(2, "only") ? 3 : 2;
    int after = sql.afterName(table);
    if (!sql.is(1, "from") || after == table) {
      return false;
    }
    boolean certain = sql.beginsInCapitals() || sql.hasMarks();
    boolean aliased = sql.isName(after) && !sql.isAny(after, AFTER_TABLE) && !sql.isHole(after);
    int next = aliased ? after + 1 : after;
    return certain && (sql.isEnd(next) || sql.isHole(next) || sql.isAny(next, AFTER_TABLE));
  }

  private static boolean isWith(SqlText sql) {
    int name = sql.is(1, "recursive") ? 2 : 1;
    int as = sql.afterName(name);
    as = sql.is(as, "(") ? sql.afterParentheses(as) : as;
    if (as == name || !sql.is(as, "as")) {
      return false;
    }
    int open = as + 1 + (sql.is(as + 1, "not") ? 1 : 0);
    open += sql.is(open, "materialized") ? 1 : 0;
    int body = open + 1;
    while (sql.is(body, "(")) {
      body++;
    }
    return sql.is(open, "(") && (sql.isAny(body, QUERIES) || sql.isHole(body));
  }

  private static boolean isMerge(SqlText sql) {
    int table = sql.is(2, "only") ? 3 : 2;
    int using = sql.afterName(table);
    using += sql.is(using, "as") ? 2 : !sql.is(using, "using") && sql.isName(using) ? 1 : 0;
    if (!sql.is(1, "into") || !sql.is(using, "using")) {
      return false;
    }
    int on = sql.is(using + 1, "(") ? sql.afterParentheses(using + 1) : sql.afterName(using + 1);
    on += sql.is(on, "as") ? 2 : !sql.is(on, "on") && sql.isName(on) ? 1 : 0;
    return sql.is(on, "on") || sql.is(on, "(");
  }
}
