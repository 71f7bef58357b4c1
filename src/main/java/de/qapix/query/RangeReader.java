package de.qapix.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads FROM clauses and the targets of writes into a scope. */
final class RangeReader {

  private final Tokens tokens;
  private final Scope scope;
  private final ScopeReader queries;

  RangeReader(Tokens tokens, Scope scope, ScopeReader queries) {
    this.tokens = tokens;
    this.scope = scope;
    this.queries = queries;
  }

  /** Reads what a statement writes to; tells the place behind it. */
  int target(int first) {
    int end = afterName(first);
    int alias = alias(end);
    boolean aliased = tokens.isName(alias) && !isKeyword(alias);
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
    int alias = alias(star);
    boolean aliased = alias < to && tokens.isName(alias) && !isKeyword(alias);
    int behind = aliased ? alias + 1 : star;
    List<Relation.Name> columns =
        aliased && tokens.isOpen(behind) ? queries.names(behind) : List.of();
    scope.add(named(first, end, aliased ? alias : -1, columns));
    return columns.isEmpty() ? behind : tokens.after(behind);
  }

  private int parenthesised(int open, int to) {
    int close = tokens.closing(open);
    int end = Math.min(tokens.after(open), to);
    boolean join = !queries.startsQuery(open + 1);
    Scope inside = scope.inside(open + 1, close);
    if (join) {
      new RangeReader(tokens, inside, queries).read(open + 1, Math.min(close, to));
      inside.add(new Output(Optional.empty(), List.of(), -1));
    } else {
      queries.query(inside, open + 1, close);
    }
    int alias = alias(end);
    boolean aliased = tokens.isName(alias) && !isKeyword(alias);
    if (join && !aliased) {
      inside.ranges().forEach(scope::add);
      return end;
    }
    int behind = aliased ? alias + 1 : end;
    List<Relation.Name> columns =
        aliased && tokens.isOpen(behind) ? queries.names(behind) : List.of();
    scope.add(
        new Range(aliased ? tokens.name(alias) : "", List.of(), -1, columns, Optional.of(inside)));
    return columns.isEmpty() ? behind : tokens.after(behind);
  }

  /** What a function in FROM returns has the names that are given to it, as far as they are. */
  private int function(int first, List<String> name) {
    int alias = alias(first);
    boolean aliased = tokens.isName(alias) && !isKeyword(alias);
    int behind = aliased ? alias + 1 : alias;
    boolean named = tokens.isOpen(behind) && (aliased || alias > first);
    List<Relation.Name> columns = named ? queries.names(behind) : List.of();
    scope.add(
        new Range(
            aliased ? tokens.name(alias) : String.join("", name),
            name,
            -1,
            columns,
            Optional.empty()));
    return named ? tokens.after(behind) : aliased ? behind : first;
  }

  private Range named(int first, int end, int alias, List<Relation.Name> columns) {
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

  private int alias(int end) {
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
