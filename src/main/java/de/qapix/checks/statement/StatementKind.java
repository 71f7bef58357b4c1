package de.qapix.checks.statement;

import de.qapix.checks.names.ChangedTable;
import de.qapix.sql.SqlTokens;
import java.util.Optional;

/** What a statement is, as far as that decides how much of it can be looked at. */
public record StatementKind(Kind kind, int from, int to, Optional<String> made) {

  private static final String[] MODIFIERS =
      """
      or replace global local temp temporary unlogged recursive materialized unique foreign\
      """
          .split("\\s", -1);

  /** What there is. */
  public enum Kind {
    /** The server looks at all of it. */
    QUERY,
    /** It holds a query, between two tokens; of the rest only the grammar can be looked at. */
    WRAPPED_QUERY,
    /** It names tables which have to be looked up. */
    UTILITY,
    /** It changes a table, which has to be there; of the rest only the grammar can be looked at. */
    CHANGE,
    /** It makes, changes or drops something. */
    DEFINITION
  }

  public static StatementKind of(SqlTokens tokens) {
    int all = tokens.size();
    if (tokens.is(0, "create", "alter", "drop", "comment", "grant", "revoke", "do", "reindex")) {
      return definition(tokens);
    }
    if (tokens.is(0, "copy") && tokens.isOpen(1)) {
      return new StatementKind(Kind.WRAPPED_QUERY, 2, tokens.closing(1), Optional.empty());
    }
    if (tokens.is(0, "prepare")) {
      int as = tokens.find(1, "as");
      return new StatementKind(Kind.WRAPPED_QUERY, as + 1, all, Optional.empty());
    }
    if (tokens.is(0, "declare", "explain")) {
      return new StatementKind(Kind.WRAPPED_QUERY, explained(tokens), all, Optional.empty());
    }
    if (tokens.is(0, "truncate", "lock", "refresh", "analyze", "vacuum", "copy")) {
      return new StatementKind(Kind.UTILITY, 0, all, Optional.empty());
    }
    return new StatementKind(Kind.QUERY, 0, all, selectedInto(tokens));
  }

  /** Behind EXPLAIN with its options, or DECLARE .. CURSOR .. FOR. */
  private static int explained(SqlTokens tokens) {
    int at = 1;
    while (at < tokens.size()
        && !tokens.startsQuery(at)
        && !tokens.is(at, "create", "execute", "refresh")) {
      at = tokens.after(at);
    }
    return at;
  }

  private static StatementKind definition(SqlTokens tokens) {
    int at = 1;
    while (tokens.is(at, MODIFIERS)) {
      at++;
    }
    boolean makes =
        tokens.is(0, "create")
            && tokens.is(at, "table", "view", "function", "procedure", "type", "sequence");
    if (!makes) {
      Kind kind = ChangedTable.in(tokens) >= 0 ? Kind.CHANGE : Kind.DEFINITION;
      return new StatementKind(kind, 0, tokens.size(), addedColumn(tokens));
    }
    int name = tokens.is(at + 1, "if") ? at + 4 : at + 1;
    Optional<String> made = Optional.of(tokens.name(tokens.lastOfName(name)));
    int as = tokens.find(name, "as");
    boolean query = tokens.is(at, "table", "view") && as < tokens.size() && startsQuery(tokens, as);
    return query
        ? new StatementKind(Kind.WRAPPED_QUERY, as + 1, end(tokens, as), made)
        : new StatementKind(Kind.DEFINITION, 0, tokens.size(), made);
  }

  /** Whether it makes, changes or drops something. */
  public boolean defines() {
    return kind == Kind.DEFINITION || kind == Kind.CHANGE;
  }

  /** The column that ALTER TABLE .. ADD [COLUMN] makes. */
  private static Optional<String> addedColumn(SqlTokens tokens) {
    int add = tokens.is(0, "alter") && tokens.is(1, "table") ? tokens.find(2, "add") : 0;
    int at = tokens.is(add + 1, "column") ? add + 2 : add + 1;
    int name = tokens.is(at, "if") ? at + 3 : at;
    return add > 0 && tokens.isName(name) ? Optional.of(tokens.name(name)) : Optional.empty();
  }

  private static boolean startsQuery(SqlTokens tokens, int as) {
    return tokens.isOpen(as + 1) || tokens.startsQuery(as + 1);
  }

  /** Before WITH [NO] DATA and WITH CHECK OPTION. */
  private static int end(SqlTokens tokens, int as) {
    for (int at = as + 2; at < tokens.size(); at = tokens.after(at)) {
      if (tokens.is(at, "with") && tokens.is(at + 1, "no", "data", "check", "local", "cascaded")) {
        return at;
      }
    }
    return tokens.size();
  }

  /** The table that SELECT .. INTO makes. */
  private static Optional<String> selectedInto(SqlTokens tokens) {
    int into = tokens.find(0, "into");
    if (!tokens.is(0, "select", "with")
        || into >= tokens.size()
        || tokens.is(into - 1, "insert")
        || tokens.is(into - 1, "merge")) {
      return Optional.empty();
    }
    int at = into + 1;
    while (tokens.is(at, "temp", "temporary", "unlogged", "table")) {
      at++;
    }
    return tokens.isName(at) ? Optional.of(tokens.name(tokens.lastOfName(at))) : Optional.empty();
  }
}
