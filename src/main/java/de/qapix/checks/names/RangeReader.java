package de.qapix.checks.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads FROM clauses and the targets of writes into a scope. */
final class RangeReader {

  private final StatementTokens tokens;
  private final QueryScope scope;
  private final ScopeReader queries;

  RangeReader(StatementTokens tokens, QueryScope scope, ScopeReader queries) {
    this.tokens = tokens;
    this.scope = scope;
    this.queries = queries;
  }

  /** Reads what a statement writes to; tells the place behind it. */
  int target(int first) {
    int end = afterName(first);
    int alias = afterAs(end);
    boolean aliased = isAlias(alias);
    if (end > first) {
      scope.addTarget(named(first, end, aliased ? alias : -1, List.of()));
    }
    return aliased ? alias + 1 : end;
  }

  /** Reads what lies between two places. */
  void read(int first, int to) {
    boolean expected = true;
    int at = first;
    while (at < to) {
      if (expected) {
        int next = item(at, to);
        expected = next == at;
        at = Math.max(next, at + 1);
      } else {
        expected = tokens.isSymbol(at, ',') || tokens.is(at, "join");
        if (tokens.isOpen(at)) {
          queries.nested(scope, at, tokens.after(at));
        }
        at = tokens.after(at);
      }
    }
  }

  /** Reads one item; tells the place behind it, which is the same where there is none. */
  private int item(int first, int to) {
    if (tokens.is(first, "lateral", "only")) {
      return first;
    }
    if (tokens.isOpen(first)) {
      return parenthesised(first, to);
    }
    if (tokens.is(first, "rows") && tokens.is(first + 1, "from")) {
      int end = tokens.after(first + 2);
      queries.nested(scope, first, end);
      return function(end, List.of());
    }
    int end = afterName(first);
    if (end == first) {
      return first;
    }
    if (tokens.isOpen(end)) {
      int close = tokens.after(end);
      queries.nested(scope, end, close);
      return function(
          tokens.is(close, "with") && tokens.is(close + 1, "ordinality") ? close + 2 : close,
          List.of(tokens.name(end - 1)));
    }
    int star = tokens.isSymbol(end, '*') ? end + 1 : end;
    Alias alias = alias(star, to);
    scope.add(named(first, end, alias.place(), alias.columns()));
    return alias.end();
  }

  private int parenthesised(int open, int to) {
    int close = tokens.closing(open);
    int end = Math.min(tokens.after(open), to);
    boolean join = !queries.startsQuery(open + 1);
    QueryScope inside = scope.inside(open + 1, close);
    if (join) {
      new RangeReader(tokens, inside, queries).read(open + 1, Math.min(close, to));
      inside.add(new Output(Optional.empty(), List.of(), -1));
    } else {
      queries.query(inside, open + 1, close);
    }
    Alias alias = alias(end, to);
    boolean aliased = alias.place() >= 0;
    if (join && !aliased) {
      inside.ranges().forEach(scope::add);
      return end;
    }
    String name = aliased ? tokens.name(alias.place()) : "";
    scope.add(new Range(name, List.of(), -1, alias.columns(), Optional.of(inside)));
    return alias.end();
  }

  /** What a function in FROM returns has the names that are given to it, as far as they are. */
  private int function(int first, List<String> function) {
    int name = afterAs(first);
    boolean aliased = isAlias(name);
    int behind = aliased ? name + 1 : name;
    boolean named = tokens.isOpen(behind) && (aliased || name > first);
    List<QueryRelation.Name> columns = named ? queries.names(behind) : List.of();
    scope.add(
        new Range(
            aliased ? tokens.name(name) : String.join("", function),
            function,
            -1,
            columns,
            Optional.empty()));
    return named ? tokens.after(behind) : aliased ? behind : first;
  }

  /**
   * The alias of an item.
   *
   * @param place of it; -1 where there is none
   * @param columns that it names
   * @param end the place behind it
   */
  private record Alias(int place, List<QueryRelation.Name> columns, int end) {}

  private Alias alias(int end, int to) {
    int name = afterAs(end);
    if (name >= to || !isAlias(name)) {
      return new Alias(-1, List.of(), end);
    }
    List<QueryRelation.Name> columns =
        tokens.isOpen(name + 1) ? queries.names(name + 1) : List.of();
    return new Alias(name, columns, columns.isEmpty() ? name + 1 : tokens.after(name + 1));
  }

  private boolean isAlias(int at) {
    return tokens.isName(at) && !isKeyword(at);
  }

  private Range named(int first, int end, int alias, List<QueryRelation.Name> columns) {
    List<String> name = new ArrayList<>();
    for (int at = first; at < end; at += 2) {
      name.add(tokens.name(at));
    }
    return new Range(
        alias < 0 ? name.get(name.size() - 1) : tokens.name(alias),
        name,
        first,
        columns,
        Optional.empty());
  }

  /** The place behind a name with its schemas; the same if no name is here. */
  private int afterName(int first) {
    int at = first;
    if (!tokens.isName(at)) {
      return first;
    }
    while (tokens.isSymbol(at + 1, '.') && tokens.isName(at + 2)) {
      at += 2;
    }
    return at + 1;
  }

  private int afterAs(int end) {
    return tokens.is(end, "as") ? end + 1 : end;
  }

  /** Whether a word behind an item goes on with the statement and is no alias. */
  private boolean isKeyword(int at) {
    return tokens.is(
        at,
        "inner",
        "left",
        "right",
        "full",
        "cross",
        "natural",
        "join",
        "on",
        "using",
        "where",
        "group",
        "having",
        "window",
        "order",
        "limit",
        "offset",
        "fetch",
        "for",
        "union",
        "intersect",
        "except",
        "returning",
        "set",
        "values",
        "default",
        "overriding",
        "select",
        "with",
        "tablesample",
        "when",
        "lateral",
        "into");
  }
}
