package de.qapix.checks.query;

import de.qapix.checks.names.ChangedTable;
import de.qapix.checks.names.ColumnResolution;
import de.qapix.checks.names.QueryRelation;
import de.qapix.checks.names.QueryScope;
import de.qapix.checks.names.QueryScope.Range;
import de.qapix.checks.statement.HoleFillings;
import de.qapix.sql.SqlTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks up the tables of a statement, and the columns of which is written to which table they
 * belong: what can be said where the server cannot be asked for the whole.
 */
final class NameLookup {

  private static final Set<String> SYSTEM_COLUMNS =
      Set.of("ctid", "xmin", "xmax", "cmin", "cmax", "tableoid");

  private final Statement statement;
  private final SqlTokens tokens;
  private final Schema schema;
  private final Suggestions suggestions;
  private final ColumnResolution meanings;
  private final List<QueryError> errors = new ArrayList<>();

  NameLookup(Statement statement, Schema schema) {
    this.statement = statement;
    this.tokens = statement.tokens();
    this.schema = schema;
    this.suggestions = new Suggestions(schema);
    this.meanings = new ColumnResolution(schema.relations());
  }

  List<QueryError> errors() {
    statement.root().all().forEach(this::tables);
    for (int at = 0; at < tokens.size(); at++) {
      if (tokens.isName(at) && !tokens.isSymbol(at - 1, '.') && tokens.isSymbol(at + 1, '.')) {
        column(at);
      }
    }
    targetList();
    assigned();
    indexed();
    return errors;
  }

  /** The names that an UPDATE assigns to. */
  private void assigned() {
    Optional<Range> target = statement.root().target();
    boolean update =
        target.filter(table -> tokens.is(table.place() - 1, "update", "only")).isPresent();
    int at = update ? behind(target.get().place(), "set") : tokens.size();
    while (at < tokens.size() && !tokens.is(at, "where", "from", "returning")) {
      boolean begins = tokens.is(at - 1, "set") || tokens.isSymbol(at - 1, ',');
      if (begins && tokens.isName(at) && tokens.isSymbol(at + 1, '=')) {
        check(at, at, meanings.columns(target.get(), statement.root()), statement.root());
      }
      at = tokens.after(at);
    }
  }

  private int behind(int first, String word) {
    int at = first;
    while (at < tokens.size() && !tokens.is(at, word)) {
      at = tokens.after(at);
    }
    return at + 1;
  }

  /** The columns that an index is made of, but for those in expressions. */
  private void indexed() {
    int table = tokens.is(0, "create") ? ChangedTable.in(tokens) : -1;
    if (table < 0) {
      return;
    }
    int open = tokens.afterName(table);
    open += tokens.is(open, "using") ? 2 : 0;
    Optional<List<QueryRelation.Name>> columns =
        statement.root().ranges().stream()
            .findFirst()
            .flatMap(r -> meanings.columns(r, statement.root()));
    for (int at = open + 1; tokens.isOpen(open) && at < tokens.closing(open); at++) {
      boolean begins = at == open + 1 || tokens.isSymbol(at - 1, ',');
      if (begins && tokens.isName(at) && !tokens.isOpen(at + 1)) {
        check(at, at, columns, statement.root());
      }
      at = tokens.isOpen(at) ? tokens.after(at) - 1 : at;
    }
  }

  private void tables(QueryScope scope) {
    for (Range range : scope.ranges()) {
      boolean common =
          range.name().size() == 1 && scope.commonTable(range.name().get(0)).isPresent();
      if (range.place() < 0 || common || schema.relations().find(range.name()).isPresent()) {
        continue;
      }
      int last = range.place() + 2 * (range.name().size() - 1);
      add(QueryError.Kind.UNKNOWN_TABLE, range.place(), last, suggestions.relation(range.name()));
    }
  }

  private void column(int first) {
    int name = first + 2;
    boolean twoParts = tokens.isName(name) && !tokens.isSymbol(name + 1, '.');
    if (!twoParts || tokens.isOpen(name + 1)) {
      return;
    }
    QueryScope scope = statement.root().at(first);
    Optional<Range> range = scope.range(tokens.name(first));
    if (range.isEmpty()) {
      misspelt(first, scope);
      return;
    }
    if (range.get().place() == first) {
      return;
    }
    check(first, name, meanings.columns(range.get(), scope), scope);
  }

  /** What has a table before it that is almost one of the statement's. */
  private void misspelt(int qualifier, QueryScope scope) {
    suggestions
        .qualifier(tokens.name(qualifier), scope)
        .filter(meant -> meant.isAlmost(tokens.name(qualifier)))
        .ifPresent(
            meant -> add(QueryError.Kind.MISSING_FROM, qualifier, qualifier, Optional.of(meant)));
  }

  private void check(
      int first, int name, Optional<List<QueryRelation.Name>> columns, QueryScope scope) {
    String called = tokens.name(name);
    if (columns.isEmpty()
        || SYSTEM_COLUMNS.contains(called)
        || columns.get().stream().anyMatch(column -> column.plain().equals(called))) {
      return;
    }
    String qualifier = first < name ? statement.written(first, name - 1) : "";
    add(
        QueryError.Kind.UNKNOWN_COLUMN,
        first,
        name,
        first < name
            ? suggestions.column(called, qualifier, tokens.name(first), scope)
            : suggestions
                .target(called, scope)
                .or(() -> suggestions.column(called, "", "", scope)));
  }

  /** The names behind INSERT INTO t. */
  private void targetList() {
    statement
        .root()
        .all()
        .filter(scope -> scope.target().isPresent())
        .forEach(
            scope -> {
              Range target = scope.target().get();
              int at = target.place() + 2 * target.name().size() - 1;
              if (!tokens.is(target.place() - 1, "into", "copy")) {
                return;
              }
              while (at < tokens.size() && !tokens.isOpen(at) && tokens.isName(at)) {
                at++;
              }
              boolean list = tokens.isOpen(at) && !tokens.is(at + 1, "select", "with", "values");
              for (int name = at + 1; list && name < tokens.closing(at); name++) {
                if (tokens.isName(name)) {
                  check(name, name, meanings.columns(target, scope), scope);
                }
              }
            });
  }

  private void add(QueryError.Kind kind, int first, int name, Optional<Suggestion> suggestion) {
    if (HoleFillings.isMark(tokens.at(name)) || HoleFillings.isMark(tokens.at(first))) {
      return;
    }
    statement
        .spot(name, name + 1)
        .ifPresent(
            spot ->
                errors.add(
                    QueryError.of(kind, spot, statement.written(first, name + 1))
                        .unasked("unasked")
                        .corrected(statement.spot(first, name + 1), suggestion)));
  }
}
