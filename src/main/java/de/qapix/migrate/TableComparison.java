package de.qapix.migrate;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import de.qapix.migrate.TableProblem.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells whether rows can be written to tables that someone else has made. They may have more
 * columns than we know, and take nulls that we never write.
 */
final class TableComparison {

  private final String schema;

  TableComparison(String schema) {
    this.schema = schema;
  }

  /** What keeps us from writing to the actual tables, in the order of the expected ones. */
  List<TableProblem> problems(List<TableShape> expected, List<TableShape> actual) {
    Map<String, TableShape> found = actual.stream().collect(toMap(TableShape::name, identity()));
    return expected.stream()
        .flatMap(table -> compare(table, Optional.ofNullable(found.get(table.name()))))
        .toList();
  }

  private Stream<TableProblem> compare(TableShape expected, Optional<TableShape> found) {
    if (found.isEmpty()) {
      return Stream.of(problem(Kind.NO_TABLE, expected));
    }
    TableShape actual = found.get();
    if (!actual.table()) {
      return Stream.of(problem(Kind.NOT_A_TABLE, expected));
    }
    Map<String, TableShape.Column> theirs = byName(actual);
    Map<String, TableShape.Column> ours = byName(expected);
    return Stream.concat(
        expected.columns().stream()
            .flatMap(column -> ours(expected, column, theirs.get(column.name()))),
        actual.columns().stream()
            .filter(column -> !ours.containsKey(column.name()))
            .filter(column -> !column.nullable() && !column.defaulted())
            .map(
                column -> problem(Kind.DEMANDS_VALUE, expected, column.name(), "", column.type())));
  }

  private Stream<TableProblem> ours(
      TableShape table, TableShape.Column needed, TableShape.Column found) {
    if (found == null) {
      return Stream.of(problem(Kind.NO_COLUMN, table, needed.name(), needed.type(), ""));
    }
    Stream.Builder<TableProblem> problems = Stream.builder();
    if (!needed.type().equals(found.type())) {
      problems.add(problem(Kind.RETYPED, table, needed.name(), needed.type(), found.type()));
    }
    if (found.computed()) {
      problems.add(problem(Kind.COMPUTED, table, needed.name(), needed.type(), found.type()));
    }
    if (needed.nullable() && !found.nullable()) {
      problems.add(problem(Kind.REFUSES_NULL, table, needed.name(), needed.type(), found.type()));
    }
    if (needed.unique() && !found.unique()) {
      problems.add(problem(Kind.NOT_UNIQUE, table, needed.name(), needed.type(), found.type()));
    }
    return problems.build();
  }

  private TableProblem problem(Kind kind, TableShape table) {
    return problem(kind, table, "", "", "");
  }

  private TableProblem problem(
      Kind kind, TableShape table, String column, String expected, String found) {
    return new TableProblem(kind, schema + "." + table.name(), column, expected, found);
  }

  private static Map<String, TableShape.Column> byName(TableShape table) {
    return table.columns().stream().collect(toMap(TableShape.Column::name, identity()));
  }
}
