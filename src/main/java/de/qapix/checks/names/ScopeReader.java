package de.qapix.checks.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads out of the tokens of a statement what its parts read from and return, as far as that is
 * needed to say what a name could mean. It never fails: what it does not understand it passes over.
 */
public final class ScopeReader {

  private final StatementTokens tokens;
  private final WriteReader writes;

  private ScopeReader(StatementTokens tokens) {
    this.tokens = tokens;
    this.writes = new WriteReader(tokens, this);
  }

  public static QueryScope read(StatementTokens tokens) {
    QueryScope root = new QueryScope(Optional.empty(), 0, tokens.size());
    new ScopeReader(tokens).query(root, 0, tokens.size());
    return root;
  }

  /** Reads what lies between two places as a query of that scope. */
  void query(QueryScope scope, int from, int to) {
    int first = tokens.is(from, "with") ? commonTables(scope, from + 1, to) : from;
    List<Integer> operators = tokens.is(first, "insert") ? List.of() : setOperators(first, to);
    if (operators.isEmpty()) {
      single(scope, first, to);
      return;
    }
    int start = first;
    for (int operator : operators) {
      branch(scope, start, operator);
      start = tokens.is(operator + 1, "all", "distinct") ? operator + 2 : operator + 1;
    }
    branch(scope, start, to);
  }

  private List<Integer> setOperators(int from, int to) {
    List<Integer> operators = new ArrayList<>();
    for (int at = from; at < to; at = tokens.after(at)) {
      if (tokens.is(at, "union", "intersect", "except")) {
        operators.add(at);
      }
    }
    return operators;
  }

  /** One side of UNION and its like; the first one names the columns. */
  private void branch(QueryScope scope, int from, int to) {
    QueryScope side = scope.inside(from, to);
    single(side, from, to);
    if (scope.outputs().isEmpty()) {
      scope.add(new Range("", List.of(), -1, List.of(), Optional.of(side)));
      scope.add(new Output(Optional.empty(), List.of(), -1));
    }
  }

  private void single(QueryScope scope, int from, int to) {
    int at = from;
    if (tokens.isOpen(at) && tokens.after(at) <= to) {
      query(scope, at + 1, tokens.closing(at));
      nested(scope, tokens.after(at), to);
      return;
    }
    switch (tokens.at(at).text().toLowerCase(Locale.ROOT)) {
      case "select" -> select(scope, at + 1, to);
      case "insert" -> writes.insert(scope, at + 1, to);
      case "update" -> writes.update(scope, at + 1, to);
      case "delete" -> writes.delete(scope, at + 1, to);
      case "merge" -> writes.merge(scope, at + 1, to);
      case "table" -> table(scope, at + 1, to);
      case "truncate", "lock", "refresh", "analyze", "copy" -> writes.named(scope, at + 1, to);
      default -> nested(scope, at, to);
    }
  }

  private void table(QueryScope scope, int first, int to) {
    int end = clause(first, to);
    new RangeReader(tokens, scope, this).read(first, end);
    scope.add(new Output(Optional.empty(), List.of(), -1));
    rest(scope, end, to);
  }

  private int commonTables(QueryScope scope, int first, int to) {
    int at = tokens.is(first, "recursive") ? first + 1 : first;
    while (at < to && tokens.isName(at)) {
      int name = at++;
      List<QueryRelation.Name> columns = new ArrayList<>();
      if (tokens.isOpen(at)) {
        columns.addAll(names(at));
        at = tokens.after(at);
      }
      while (at < to && !tokens.isOpen(at)) {
        at++;
      }
      if (at >= to) {
        return to;
      }
      QueryScope inside = scope.inside(at + 1, tokens.closing(at));
      Range table = new Range(tokens.name(name), List.of(), -1, columns, Optional.of(inside));
      // A recursive one can be seen from within.
      scope.addCommonTable(table);
      query(inside, at + 1, tokens.closing(at));
      at = tokens.after(at);
      while (at < to && !tokens.isSymbol(at, ',') && !startsStatement(at)) {
        at = tokens.after(at);
      }
      if (!tokens.isSymbol(at, ',')) {
        return at;
      }
      at++;
    }
    return at;
  }

  /** Whether a statement begins at a place. */
  boolean startsStatement(int at) {
    return tokens.isOpen(at)
        || tokens.is(at, "select", "insert", "update", "delete", "merge", "values", "table");
  }

  private void select(QueryScope scope, int first, int to) {
    int at = first;
    if (tokens.is(at, "distinct")) {
      at = tokens.is(at + 1, "on") ? tokens.after(at + 2) : at + 1;
      nested(scope, first, at);
    } else if (tokens.is(at, "all")) {
      at++;
    }
    int end = clause(at, to);
    new OutputReader(tokens, scope).read(at, end);
    nested(scope, at, end);
    rest(scope, end, to);
  }

  /** Everything behind the select list or the target: FROM clauses, and what holds subqueries. */
  void rest(QueryScope scope, int first, int to) {
    int at = first;
    while (at < to) {
      int next = clause(at + 1, to);
      if (tokens.is(at, "from")) {
        new RangeReader(tokens, scope, this).read(at + 1, next);
      } else if (tokens.is(at, "returning")) {
        new OutputReader(tokens, scope).read(at + 1, next);
        nested(scope, at, next);
      } else {
        nested(scope, at, next);
      }
      at = next;
    }
  }

  /** Where the next clause begins. */
  int clause(int first, int to) {
    for (int at = first; at < to; at = tokens.after(at)) {
      if ((tokens.is(at, "from") && !isComparison(at - 1))
          || tokens.is(at, "where", "having", "window", "limit", "offset", "fetch", "returning")
          || (tokens.is(at, "group", "order") && tokens.is(at + 1, "by"))
          || (tokens.is(at, "for") && tokens.is(at + 1, "update", "share", "no", "key"))
          || (tokens.is(at, "on") && tokens.is(at + 1, "conflict"))) {
        return at;
      }
    }
    return to;
  }

  /** Whether DISTINCT at this place is that of IS DISTINCT FROM. */
  private boolean isComparison(int at) {
    return tokens.is(at, "distinct")
        && (tokens.is(at - 1, "is") || (tokens.is(at - 1, "not") && tokens.is(at - 2, "is")));
  }

  /** Whether a query begins at a place, or in the parentheses that do. */
  boolean startsQuery(int at) {
    int place = at;
    while (tokens.isOpen(place)) {
      place++;
    }
    return tokens.is(place, "select", "with", "values", "insert", "update", "delete", "table");
  }

  /** Looks for subqueries in what is not understood any further. */
  void nested(QueryScope scope, int from, int to) {
    for (int at = from; at < to; at++) {
      if (tokens.isOpen(at) && startsQuery(at + 1) && tokens.closing(at) <= to) {
        int close = tokens.closing(at);
        query(scope.inside(at + 1, close), at + 1, close);
        at = close;
      }
    }
  }

  /** The names in a list in parentheses, of which types may follow. */
  List<QueryRelation.Name> names(int open) {
    List<QueryRelation.Name> names = new ArrayList<>();
    boolean expected = true;
    for (int at = open + 1; at < tokens.closing(open); at = tokens.after(at)) {
      if (expected && tokens.isName(at)) {
        names.add(new QueryRelation.Name(tokens.name(at), tokens.at(at).text()));
      }
      expected = tokens.isSymbol(at, ',');
    }
    return names;
  }
}
