package de.qapix.checks.names;

/** Reads statements that write, and those that only name tables, into a scope. */
final class WriteReader {

  private final StatementTokens tokens;
  private final ScopeReader queries;

  WriteReader(StatementTokens tokens, ScopeReader queries) {
    this.tokens = tokens;
    this.queries = queries;
  }

  void insert(QueryScope scope, int first, int to) {
    int at = target(scope, tokens.is(first, "into") ? first + 1 : first);
    if (tokens.isOpen(at) && !queries.startsQuery(at + 1)) {
      at = tokens.after(at);
    }
    int body = at;
    while (body < to
        && !queries.startsStatement(body)
        && !tokens.is(body, "with", "on", "returning")) {
      body = tokens.after(body);
    }
    int end = body;
    while (end < to
        && !tokens.is(end, "returning")
        && !(tokens.is(end, "on") && tokens.is(end + 1, "conflict"))) {
      end = tokens.after(end);
    }
    if (body < end) {
      queries.query(scope.inside(body, end), body, end);
    }
    scope
        .target()
        .ifPresent(
            target ->
                scope.add(
                    new Range("excluded", target.name(), -1, target.columns(), target.query())));
    queries.rest(scope, end, to);
  }

  void update(QueryScope scope, int first, int to) {
    int at = target(scope, tokens.is(first, "only") ? first + 1 : first);
    int end = queries.clause(at, to);
    queries.nested(scope, at, end);
    queries.rest(scope, end, to);
  }

  void delete(QueryScope scope, int first, int to) {
    int name = tokens.is(first, "from") ? first + 1 : first;
    int at = target(scope, tokens.is(name, "only") ? name + 1 : name);
    if (tokens.is(at, "using")) {
      int end = queries.clause(at + 1, to);
      new RangeReader(tokens, scope, queries).read(at + 1, end);
      at = end;
    }
    queries.rest(scope, at, to);
  }

  void merge(QueryScope scope, int first, int to) {
    int name = tokens.is(first, "into") ? first + 1 : first;
    int at = target(scope, tokens.is(name, "only") ? name + 1 : name);
    int end = at;
    while (end < to && !tokens.is(end, "when")) {
      end = tokens.after(end);
    }
    if (tokens.is(at, "using")) {
      new RangeReader(tokens, scope, queries).read(at + 1, end);
    }
    queries.rest(scope, end, to);
  }

  /** Reads a name with its alias; tells the place behind them. */
  private int target(QueryScope scope, int first) {
    return new RangeReader(tokens, scope, queries).target(first);
  }

  /** Utility statements that name tables, and COPY some of their columns. */
  void named(QueryScope scope, int first, int to) {
    int at = first;
    while (tokens.is(at, "table", "only", "materialized", "view", "concurrently", "verbose")) {
      at++;
    }
    int end = at;
    while (end < to && !tokens.is(end, "in", "restart", "continue", "cascade", "to", "from")) {
      end = tokens.after(end);
    }
    if (tokens.is(first - 1, "copy") && !tokens.isOpen(first)) {
      target(scope, at);
    } else if (!tokens.isOpen(at)) {
      new RangeReader(tokens, scope, queries).read(at, end);
    }
  }
}
