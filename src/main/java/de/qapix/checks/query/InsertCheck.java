package de.qapix.checks.query;

import static java.util.stream.Collectors.joining;

import de.qapix.checks.names.QueryRelation;
import de.qapix.checks.names.QueryScope.Range;
import de.qapix.checks.server.NotNullColumn;
import de.qapix.checks.server.Schema;
import de.qapix.checks.server.Statement;
import de.qapix.sql.SqlTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds INSERT statements that no row can come through: what is NOT NULL gets nothing, or NULL. The
 * server looks at that only when it writes, and before it looks for a conflict.
 */
final class InsertCheck {

  private final Statement statement;
  private final SqlTokens tokens;
  private final Schema schema;
  private final List<QueryError> errors = new ArrayList<>();

  InsertCheck(Statement statement, Schema schema) {
    this.statement = statement;
    this.tokens = statement.tokens();
    this.schema = schema;
  }

  List<QueryError> errors() {
    statement
        .root()
        .all()
        .flatMap(scope -> scope.target().stream())
        .filter(target -> tokens.is(target.place() - 1, "into"))
        .filter(target -> tokens.is(target.place() - 2, "insert"))
        .forEach(this::check);
    return errors;
  }

  private void check(Range target) {
    int end = tokens.afterName(target.place());
    int list = tokens.is(end, "as") ? end + 2 : end;
    List<NotNullColumn> columns =
        schema.relations().find(target.name()).map(schema::notNull).orElse(List.of());
    if (tokens.is(list, "default")) {
      leftOut(target, columns, List.of());
    } else if (tokens.isOpen(list) && !tokens.startsQuery(list + 1)) {
      Optional<List<String>> listed = listed(list);
      listed.ifPresent(names -> leftOut(target, columns, names));
      listed.ifPresent(names -> nulls(tokens.after(list), columns, names));
    } else if (tokens.is(list, "values") && isWritten(list + 1)) {
      List<String> first = first(target, values(list + 1).size());
      leftOut(target, columns, first);
      nulls(list, columns, first);
    }
  }

  /** Whether all in these parentheses is: what stands for it may be several values. */
  private boolean isWritten(int open) {
    return tokens.isOpen(open)
        && IntStream.range(open, tokens.closing(open))
            .allMatch(at -> statement.spot(at, at + 1).isPresent());
  }

  /** So many columns of a table, which values without a list of names are for. */
  private List<String> first(Range target, int count) {
    return schema.relations().find(target.name()).stream()
        .flatMap(table -> table.columns().stream())
        .limit(count)
        .map(QueryRelation.Name::plain)
        .toList();
  }

  /** The names in parentheses; nothing where not all of them are written. */
  private Optional<List<String>> listed(int open) {
    List<String> names = new ArrayList<>();
    for (int at = open + 1; at < tokens.closing(open); at += 2) {
      boolean one =
          tokens.isName(at) && (tokens.isSymbol(at + 1, ',') || at + 1 == tokens.closing(open));
      if (!one || statement.spot(at, at + 1).isEmpty()) {
        return Optional.empty();
      }
      names.add(tokens.name(at));
    }
    return Optional.of(names);
  }

  private void leftOut(Range target, List<NotNullColumn> columns, List<String> listed) {
    List<String> missing =
        columns.stream()
            .filter(column -> !column.hasDefault() && !listed.contains(column.name().plain()))
            .map(column -> column.name().sql())
            .toList();
    int last = tokens.lastOfName(target.place());
    if (!missing.isEmpty()) {
      add(last, missing.stream().collect(joining(", ")), "left-out");
    }
  }

  private void nulls(int first, List<NotNullColumn> columns, List<String> listed) {
    int at = tokens.is(first, "overriding") ? first + 3 : first;
    if (!tokens.is(at, "values")) {
      return;
    }
    for (int row = at + 1; tokens.isOpen(row); row = tokens.after(row) + 1) {
      List<Integer> values = values(row);
      for (int number = 0; number < values.size() && values.size() == listed.size(); number++) {
        int value = values.get(number);
        String name = listed.get(number);
        if (value >= 0) {
          columns.stream()
              .filter(column -> column.name().plain().equals(name))
              .forEach(column -> add(value, column.name().sql(), "null"));
        }
      }
    }
  }

  /** For each value of a row the place where it is NULL; -1 where it is something else. */
  private List<Integer> values(int open) {
    List<Integer> values = new ArrayList<>();
    int from = open + 1;
    for (int at = from; at <= tokens.closing(open); at = tokens.after(at)) {
      boolean end = at == tokens.closing(open) || tokens.isSymbol(at, ',');
      if (end) {
        values.add(at == from + 1 && tokens.is(from, "null") ? from : -1);
        from = at + 1;
      }
    }
    return values;
  }

  private void add(int place, String names, String own) {
    statement
        .spot(place, place + 1)
        .map(spot -> QueryError.of(QueryError.Kind.MISSING_VALUE, spot, names).unasked(own))
        .ifPresent(errors::add);
  }
}
