package de.qapix.checks.recognition;

import java.util.Set;

/** Recognises statements that are no queries, such as {@code CREATE TABLE}. */
final class UtilityShape {

  private static final Set<String> ALONE = Set.of("begin", "commit", "rollback", "abort");
  private static final Set<String> BEFORE_NAME =
      Set.of(
          """
          show listen unlisten notify reset savepoint execute deallocate discard call prepare
          declare fetch explain pragma\
          """
              .split("\\s", -1));

  private static final Set<String> MODIFIERS =
      Set.of(
          """
          or replace temp temporary unlogged unique materialized recursive global local foreign
          event constraint if not exists concurrently only\
          """
              .split("\\s", -1));
  private static final Set<String> OBJECTS =
      Set.of(
          """
          table index view schema sequence type extension function procedure trigger database
          role user policy domain publication subscription aggregate operator cast collation
          server tablespace rule statistics owned\
          """
              .split("\\s", -1));
  private static final Set<String> AFTER_NAME =
      Set.of(
          """
          ( as on using partition of add drop rename alter set enable disable owner validate
          attach detach cascade restrict , with no inherit cluster reset force before after
          instead for version schema authorization increment start replica depends refresh
          returns\
          """
              .split("\\s", -1));
  private static final Set<String> SETTINGS =
      Set.of(
          """
          local session search_path time role timezone statement_timeout lock_timeout
          transaction constraints client_encoding work_mem row_security application_name
          synchronous_commit session_replication_role idle_in_transaction_session_timeout\
          """
              .split("\\s", -1));

  private UtilityShape() {}

  /** What is given to a database needs less evidence. */
  static boolean isSent(SqlText sql) {
    if (ALONE.contains(sql.word(0))) {
      return sql.isEnd(1) || sql.isWord(1);
    }
    return switch (sql.word(0)) {
      case "set" -> sql.isAny(1, SETTINGS) || (sql.is(2, ".") && sql.isName(3)) || sql.is(2, "to");
      case "do" -> sql.isValue(1) || sql.is(1, "language");
      case "vacuum", "analyze", "cluster", "reindex" ->
          sql.isEnd(1) || sql.isName(1) || sql.is(1, "(");
      case "start" -> sql.is(1, "transaction");
      case "replace" -> sql.is(1, "into");
      case "release", "lock", "truncate" -> sql.isName(1);
      default ->
          BEFORE_NAME.contains(sql.word(0))
              ? sql.isName(1) || sql.is(1, "(") || sql.is(1, "*")
              : isSentDefinition(sql) || isStatement(sql);
    };
  }

  /** {@code create database a template b}, {@code alter table a delete where}: all the rest. */
  private static boolean isSentDefinition(SqlText sql) {
    int kind = 1;
    while (MODIFIERS.contains(sql.word(kind))) {
      kind++;
    }
    return Set.of("create", "alter", "drop").contains(sql.word(0))
        && OBJECTS.contains(sql.word(kind));
  }

  static boolean isStatement(SqlText sql) {
    return switch (sql.word(0)) {
      case "create", "alter", "drop" -> isDefinition(sql);
      case "truncate" -> isTruncate(sql);
      case "refresh" -> sql.is(1, "materialized", "view") && sql.isName(3);
      case "call" -> sql.is(sql.afterName(1), "(") && sql.afterName(1) > 1;
      case "copy" -> isCopy(sql);
      case "comment" -> sql.is(1, "on") && (OBJECTS.contains(sql.word(2)) || sql.is(2, "column"));
      case "lock" -> sql.is(1, "table") && sql.isName(2) && sql.is(sql.afterName(2), "in");
      case "set" ->
          sql.beginsInCapitals()
              && sql.isAny(1, SETTINGS)
              && (sql.isAny(2, Set.of("=", "to")) || sql.isAny(3, Set.of("=", "to")));
      case "explain" ->
          sql.isAny(1, Set.of("select", "analyze", "("))
              && (sql.is(1, "select") || sql.is(1, "(") || sql.is(2, "select"));
      case "grant", "revoke" -> sql.is(2, "on") || (sql.is(3, "on") && sql.hasMarks());
      case "do" -> sql.isValue(1) && sql.isEnd(2);
      default -> false;
    };
  }

  /** {@code create table if not exists name (}; a sentence goes on with other words. */
  private static boolean isDefinition(SqlText sql) {
    int kind = 1;
    while (MODIFIERS.contains(sql.word(kind))) {
      kind++;
    }
    if (!OBJECTS.contains(sql.word(kind))) {
      return false;
    }
    int name = kind + 1;
    while (MODIFIERS.contains(sql.word(name))) {
      name++;
    }
    int after = sql.afterName(name);
    boolean named = after > name;
    boolean index = sql.is(kind, "index") && sql.is(name, "on");
    if (sql.isEnd(after)) {
      return named
          && (sql.beginsInCapitals() || (sql.is(0, "drop") && name > kind + 1))
          && !sql.is(0, "alter");
    }
    return index || (named && (AFTER_NAME.contains(sql.word(after)) || sql.isHole(after)));
  }

  private static boolean isTruncate(SqlText sql) {
    boolean table = sql.is(1, "table");
    int after = sql.afterName(table ? 2 : 1);
    boolean ends =
        sql.isEnd(after)
            || sql.is(after, ",")
            || sql.isAny(after, Set.of("cascade", "restart", "restrict", "continue"));
    return ends && after > 1 && (table || sql.beginsInCapitals());
  }

  private static boolean isCopy(SqlText sql) {
    int after = sql.is(1, "(") ? sql.afterParentheses(1) : sql.afterName(1);
    after = sql.is(after, "(") ? sql.afterParentheses(after) : after;
    return sql.isAny(after, Set.of("to", "from"))
        && (sql.isValue(after + 1) || sql.isAny(after + 1, Set.of("stdin", "stdout", "program")));
  }
}
