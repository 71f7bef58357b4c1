package de.qapix.checks.query;

import de.qapix.checks.names.ChangedTable;
import de.qapix.checks.names.ColumnResolution;
import de.qapix.checks.names.QueryScope;
import de.qapix.checks.names.QueryScope.Range;
import de.qapix.checks.server.Schema;
import de.qapix.checks.server.Statement;
import de.qapix.checks.server.Suggestion;
import de.qapix.checks.server.Suggestions;
import de.qapix.checks.statement.HoleMarks;
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
  private final boolean open;
  private final Suggestions suggestions;
  private final ColumnResolution meanings;
  private final List<QueryError> errors = new ArrayList<>();

  /**
   * @param open whether SQL may be hidden where nothing is written
   */
  NameLookup(Statement statement, Schema schema, boolean open) {
    this.open = open;
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
    analyzed();
    assigned();
    indexed();
    return errors;
  }

  /** The names that an UPDATE assigns to. */
  private void assigned() {
    Optional<Range> target = statement.root().target();
    boolean update =
        target.filter(table -> tokens.is(table.place() - 1, "update", "only")).isPresent();
    int at = update ? tokens.find(target.get().place(), "set") + 1 : tokens.size();
    while (at < tokens.size() && !tokens.is(at, "where", "from", "returning")) {
      boolean begins = tokens.is(at - 1, "set") || tokens.isSymbol(at - 1, ',');
      if (begins && tokens.isName(at) && tokens.isSymbol(at + 1, '=')) {
        columnOf(target.get(), at, statement.root());
      }
      at = tokens.after(at);
    }
  }

  /** The columns that an index is made of, but for those in expressions. */
  private void indexed() {
    int table = tokens.is(0, "create") ? ChangedTable.in(tokens) : -1;
    Optional<Range> range = statement.root().ranges().stream().findFirst();
    if (table < 0 || range.isEmpty()) {
      return;
    }
    int open = tokens.afterName(table);
    open += tokens.is(open, "using") ? 2 : 0;
    for (int at = open + 1; tokens.isOpen(open) && at < tokens.closing(open); at++) {
      boolean begins = at == open + 1 || tokens.isSymbol(at - 1, ',');
      if (begins && tokens.isName(at) && !tokens.isOpen(at + 1)) {
        columnOf(range.get(), at, statement.root());
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
    if (isUnknown(name, range.get(), scope)) {
      String qualifier = statement.written(first, name - 1);
      Optional<Suggestion> meant =
          suggestions.column(tokens.name(name), qualifier, tokens.name(first), scope);
      add(QueryError.Kind.UNKNOWN_COLUMN, first, name, meant);
    }
  }

  /** What has a table before it that is almost one of the statement's. */
  private void misspelt(int qualifier, QueryScope scope) {
    suggestions
        .qualifier(tokens.name(qualifier), tokens.name(qualifier + 2), scope)
        .filter(meant -> meant.isAlmost(tokens.name(qualifier)))
        .ifPresent(
            meant -> add(QueryError.Kind.MISSING_FROM, qualifier, qualifier, Optional.of(meant)));
  }

  private boolean isUnknown(int name, Range range, QueryScope scope) {
    String called = tokens.name(name);
    return !SYSTEM_COLUMNS.contains(called)
        && meanings
            .columns(range, scope)
            .filter(columns -> columns.stream().noneMatch(each -> each.plain().equals(called)))
            .isPresent();
  }

  /** The names in parentheses, each of a column of that table. */
  private void listed(int open, Range table, QueryScope scope) {
    for (int name = open + 1; name < tokens.closing(open); name++) {
      if (tokens.isName(name)) {
        columnOf(table, name, scope);
      }
    }
  }

  /** A name that can be nothing else than a column of that table. */
  private void columnOf(Range table, int name, QueryScope scope) {
    if (isUnknown(name, table, scope)) {
      Optional<Suggestion> meant = suggestions.of(table, tokens.name(name), scope);
      add(QueryError.Kind.UNKNOWN_COLUMN, name, name, meant);
    }
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
              if (tokens.isOpen(at) && !tokens.is(at + 1, "select", "with", "values")) {
                listed(at, target, scope);
              }
            });
  }

  /** The columns in {@code ANALYZE t (a, b)}. */
  private void analyzed() {
    if (!tokens.is(0, "analyze", "vacuum")) {
      return;
    }
    QueryScope root = statement.root();
    for (Range range : root.ranges()) {
      int open = tokens.afterName(range.place());
      if (tokens.isOpen(open)) {
        listed(open, range, root);
      }
    }
  }

  private void add(QueryError.Kind kind, int first, int name, Optional<Suggestion> suggestion) {
    if (HoleMarks.isIn(tokens.at(name)) || HoleMarks.isIn(tokens.at(first))) {
      return;
    }
    statement
        .spot(name, name + 1)
        .ifPresent(
            spot ->
                errors.add(
                    QueryError.of(kind, spot, statement.written(first, name + 1))
                        .unasked("unasked")
                        .corrected(statement.spot(first, name + 1), suggestion)
                        .in(statement.scopeOf(name), NamedOutput.of(statement, name, open))));
  }
}
