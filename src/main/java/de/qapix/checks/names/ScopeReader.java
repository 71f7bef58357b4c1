package de.qapix.checks.names;

import de.qapix.checks.names.QueryScope.Range;
import de.qapix.sql.Keywords;
import de.qapix.sql.SqlTokens;
import de.qapix.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Reads out of the tokens of a statement what its parts read from and return, as far as that is
 * needed to say what a name could mean. It never fails: what it does not understand it passes over.
 */
public final class ScopeReader {

  private final SqlTokens tokens;

  private ScopeReader(SqlTokens tokens) {
    this.tokens = tokens;
  }

  public static QueryScope read(SqlTokens tokens) {
    QueryScope root = new QueryScope(Optional.empty(), 0, tokens.size());
    new ScopeReader(tokens).query(root, 0, tokens.size());
    return root;
  }

  /** Reads what lies between two places as a query of that scope. */
  private void query(QueryScope scope, int from, int to) {
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
      scope.add(OutputColumn.STAR);
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
      case "insert" -> insert(scope, at + 1, to);
      case "update" -> update(scope, at + 1, to);
      case "delete" -> delete(scope, at + 1, to);
      case "merge" -> merge(scope, at + 1, to);
      case "table" -> table(scope, at + 1, to);
      case "truncate", "lock", "refresh", "copy" -> utility(scope, at + 1, to);
      case "analyze", "vacuum" -> analyzed(scope, at + 1, to);
      case "alter", "create", "drop" -> changed(scope, at, to);
      default -> nested(scope, at, to);
    }
  }

  /** The table that is changed, if there is one. */
  private void changed(QueryScope scope, int at, int to) {
    int table = ChangedTable.in(tokens);
    if (table >= at && table < to) {
      // Parentheses behind it hold the columns of an index.
      scope.add(named(table, tokens.afterName(table), -1, List.of()));
    } else {
      nested(scope, at, to);
    }
  }

  private void table(QueryScope scope, int first, int to) {
    int end = clause(first, to);
    ranges(scope, first, end);
    scope.add(OutputColumn.STAR);
    rest(scope, end, to);
  }

  private int commonTables(QueryScope scope, int first, int to) {
    int at = skip(first, "recursive");
    while (at < to && tokens.isName(at)) {
      int name = at++;
      List<QueryRelation.Name> columns = new ArrayList<>();
      if (tokens.isOpen(at)) {
        columns.addAll(names(at));
        at = tokens.after(at);
      }
      at = first(at, to, tokens::isOpen);
      if (at >= to) {
        return to;
      }
      QueryScope inside = scope.inside(at + 1, tokens.closing(at));
      Range table = new Range(tokens.name(name), List.of(), -1, columns, Optional.of(inside));
      // A recursive one can be seen from within.
      scope.addCommonTable(table);
      query(inside, at + 1, tokens.closing(at));
      at =
          first(
              tokens.after(at), to, place -> tokens.isSymbol(place, ',') || startsStatement(place));
      if (!tokens.isSymbol(at, ',')) {
        return at;
      }
      at++;
    }
    return at;
  }

  /** Whether a statement begins at a place. */
  private boolean startsStatement(int at) {
    return tokens.isOpen(at) || tokens.startsQuery(at);
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
  private void rest(QueryScope scope, int first, int to) {
    int at = first;
    while (at < to) {
      int next = clause(at + 1, to);
      if (tokens.is(at, "from")) {
        ranges(scope, at + 1, next);
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
  private int clause(int first, int to) {
    return first(
        first,
        to,
        at ->
            (tokens.is(at, "from") && !isComparison(at - 1))
                || tokens.is(
                    at, "where", "having", "window", "limit", "offset", "fetch", "returning")
                || (tokens.is(at, "group", "order") && tokens.is(at + 1, "by"))
                || (tokens.is(at, "for") && tokens.is(at + 1, "update", "share", "no", "key"))
                || isOnConflict(at));
  }

  private boolean isOnConflict(int at) {
    return tokens.is(at, "on") && tokens.is(at + 1, "conflict");
  }

  /** The first place from one to before another that is wanted, outside of parentheses. */
  private int first(int from, int to, IntPredicate wanted) {
    int at = from;
    while (at < to && !wanted.test(at)) {
      at = tokens.after(at);
    }
    return Math.min(at, to);
  }

  /** Whether DISTINCT at this place is that of IS DISTINCT FROM. */
  private boolean isComparison(int at) {
    return tokens.is(at, "distinct")
        && (tokens.is(at - 1, "is") || (tokens.is(at - 1, "not") && tokens.is(at - 2, "is")));
  }

  /** Whether a query begins at a place, or in the parentheses that do. */
  private boolean startsQuery(int at) {
    int place = at;
    while (tokens.isOpen(place)) {
      place++;
    }
    return tokens.startsQuery(place);
  }

  /** Looks for subqueries in what is not understood any further. */
  private void nested(QueryScope scope, int from, int to) {
    for (int at = from; at < to; at++) {
      if (tokens.isOpen(at) && startsQuery(at + 1) && tokens.closing(at) <= to) {
        int close = tokens.closing(at);
        query(scope.inside(at + 1, close), at + 1, close);
        at = close;
      }
    }
  }

  /** The names in a list in parentheses, of which types may follow. */
  private List<QueryRelation.Name> names(int open) {
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

  private void insert(QueryScope scope, int first, int to) {
    int at = target(scope, skip(first, "into"));
    if (tokens.isOpen(at) && !startsQuery(at + 1)) {
      at = tokens.after(at);
    }
    int body =
        first(at, to, place -> startsStatement(place) || tokens.is(place, "on", "returning"));
    int end = first(body, to, place -> tokens.is(place, "returning") || isOnConflict(place));
    if (body < end) {
      query(scope.inside(body, end), body, end);
    }
    scope
        .target()
        .ifPresent(
            target ->
                scope.add(
                    new Range("excluded", target.name(), -1, target.columns(), target.query())));
    rest(scope, end, to);
  }

  private void update(QueryScope scope, int first, int to) {
    int at = target(scope, first);
    int end = clause(at, to);
    nested(scope, at, end);
    rest(scope, end, to);
  }

  private void delete(QueryScope scope, int first, int to) {
    int at = target(scope, skip(first, "from"));
    if (tokens.is(at, "using")) {
      int end = clause(at + 1, to);
      ranges(scope, at + 1, end);
      at = end;
    }
    rest(scope, at, to);
  }

  private void merge(QueryScope scope, int first, int to) {
    int at = target(scope, skip(first, "into"));
    int end = first(at, to, place -> tokens.is(place, "when"));
    if (tokens.is(at, "using")) {
      ranges(scope, at + 1, end);
    }
    rest(scope, end, to);
  }

  /** Utility statements that name tables, and COPY some of their columns. */
  private void utility(QueryScope scope, int first, int to) {
    int at = first;
    while (tokens.is(at, "table", "only", "materialized", "view", "concurrently")) {
      at++;
    }
    int end =
        first(
            at,
            to,
            place -> tokens.is(place, "in", "restart", "continue", "cascade", "to", "from"));
    if (tokens.is(first - 1, "copy") && !tokens.isOpen(first)) {
      target(scope, at);
    } else if (!tokens.isOpen(at)) {
      ranges(scope, at, end);
    }
  }

  /** The tables of ANALYZE and VACUUM, behind their options. */
  private void analyzed(QueryScope scope, int first, int to) {
    int at = tokens.isOpen(first) ? tokens.after(first) : first;
    while (tokens.is(at, "full", "freeze", "verbose", "analyze", "analyse")) {
      at++;
    }
    while (at < to && tokens.afterName(at) > at) {
      int end = tokens.afterName(at);
      scope.add(named(at, end, -1, List.of()));
      end = tokens.isOpen(end) ? tokens.after(end) : end;
      at = tokens.isSymbol(end, ',') ? end + 1 : to;
    }
  }

  /** Reads what a statement writes to; tells the place behind it. */
  private int target(QueryScope scope, int place) {
    int first = skip(place, "only");
    int end = tokens.afterName(first);
    int alias = skip(end, "as");
    boolean aliased = isAlias(alias);
    if (end > first) {
      scope.addTarget(named(first, end, aliased ? alias : -1, List.of()));
    }
    return aliased ? alias + 1 : end;
  }

  /** Reads what lies between two places. */
  private void ranges(QueryScope scope, int first, int to) {
    boolean expected = true;
    int at = first;
    while (at < to) {
      if (expected) {
        int next = item(scope, at, to);
        expected = next == at;
        at = Math.max(next, at + 1);
      } else {
        expected = tokens.isSymbol(at, ',') || tokens.is(at, "join");
        if (tokens.isOpen(at)) {
          nested(scope, at, tokens.after(at));
        }
        at = tokens.after(at);
      }
    }
  }

  /** Reads one item; tells the place behind it, which is the same where there is none. */
  private int item(QueryScope scope, int first, int to) {
    if (tokens.is(first, "lateral", "only")) {
      return first;
    }
    if (tokens.isOpen(first)) {
      return parenthesised(scope, first, to);
    }
    if (tokens.is(first, "rows") && tokens.is(first + 1, "from")) {
      int end = tokens.after(first + 2);
      nested(scope, first, end);
      return function(scope, end, List.of());
    }
    int end = tokens.afterName(first);
    if (end == first) {
      return first;
    }
    if (tokens.isOpen(end)) {
      int close = tokens.after(end);
      nested(scope, end, close);
      return function(
          scope,
          tokens.is(close, "with") && tokens.is(close + 1, "ordinality") ? close + 2 : close,
          List.of(tokens.name(end - 1)));
    }
    int star = tokens.isSymbol(end, '*') ? end + 1 : end;
    Alias alias = alias(star, to);
    scope.add(named(first, end, alias.place(), alias.columns()));
    return alias.end();
  }

  private int parenthesised(QueryScope scope, int open, int to) {
    int close = tokens.closing(open);
    int end = Math.min(tokens.after(open), to);
    boolean join = !startsQuery(open + 1);
    QueryScope inside = scope.inside(open + 1, close);
    if (join) {
      ranges(inside, open + 1, Math.min(close, to));
      inside.add(OutputColumn.STAR);
    } else {
      query(inside, open + 1, close);
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
  private int function(QueryScope scope, int first, List<String> function) {
    int name = skip(first, "as");
    boolean aliased = isAlias(name);
    int behind = aliased ? name + 1 : name;
    boolean named = tokens.isOpen(behind) && (aliased || name > first);
    List<QueryRelation.Name> columns = named ? names(behind) : List.of();
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
    int name = skip(end, "as");
    if (name >= to || !isAlias(name)) {
      return new Alias(-1, List.of(), end);
    }
    List<QueryRelation.Name> columns = tokens.isOpen(name + 1) ? names(name + 1) : List.of();
    return new Alias(name, columns, columns.isEmpty() ? name + 1 : tokens.after(name + 1));
  }

  /** Whether a word behind an item is an alias and does not go on with the statement. */
  private boolean isAlias(int at) {
    boolean quoted = tokens.at(at).kind() == Token.Kind.QUOTED_NAME;
    boolean goesOn =
        Keywords.isReserved(tokens.name(at)) || tokens.is(at, "set", "values", "overriding");
    return tokens.isName(at) && (quoted || !goesOn);
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

  /** The place behind a word; the same where it is another. */
  private int skip(int at, String word) {
    return tokens.is(at, word) ? at + 1 : at;
  }
}
