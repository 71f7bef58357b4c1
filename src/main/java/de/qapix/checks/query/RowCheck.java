package de.qapix.checks.query;

import de.qapix.checks.names.QueryRelation;
import de.qapix.checks.rows.NullableColumns;
import de.qapix.checks.rows.ResultColumn;
import de.qapix.checks.server.NameSimilarity;
import de.qapix.checks.server.Schema;
import de.qapix.checks.server.Statement;
import de.qapix.checks.server.Suggestion;
import de.qapix.checks.statement.HiddenColumns;
import de.qapix.checks.statement.MappedText;
import de.qapix.checks.text.Piece;
import de.qapix.checks.text.RowType;
import de.qapix.sql.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Compares what a program says of the rows of a query with what the server says of them. It claims
 * nothing unless each text that the query can have was seen whole.
 */
final class RowCheck {

  /**
   * What came of a variant.
   *
   * @param nulls for each column why it can be null
   */
  private record Seen(List<ResultColumn> columns, List<Optional<NullableColumns.Reason>> nulls) {

    private Optional<NullableColumns.Reason> nulls(String name) {
      return IntStream.range(0, columns.size())
          .filter(number -> columns.get(number).name().equals(name))
          .mapToObj(nulls::get)
          .reduce((first, again) -> Optional.empty())
          .flatMap(reason -> reason);
    }
  }

  private final List<RowType> rows;
  private final Schema schema;
  private final List<Seen> results = new ArrayList<>();

  /**
   * @param rows what the program says of them
   */
  RowCheck(List<RowType> rows, Schema schema) {
    this.rows = rows;
    this.schema = schema;
  }

  /** Adds what came of a variant that is a single statement. */
  void add(List<Piece> pieces, StatementCheck.Result result) {
    boolean known =
        !rows.isEmpty() && !result.columns().isEmpty() && !HiddenColumns.possible(pieces);
    if (known) {
      results.add(new Seen(result.columns(), nulls(pieces, result)));
    }
  }

  /** A hole that may be a condition may keep the nulls out. */
  private List<Optional<NullableColumns.Reason>> nulls(
      List<Piece> pieces, StatementCheck.Result result) {
    List<ResultColumn> columns = result.columns();
    boolean whole = !HiddenColumns.hidesSql(pieces);
    Statement statement = result.statement();
    NullableColumns nullable = new NullableColumns(statement.tokens(), statement.root(), schema);
    return IntStream.range(0, columns.size())
        .mapToObj(
            number ->
                whole ? nullable.reason(columns, number) : Optional.<NullableColumns.Reason>empty())
        .toList();
  }

  /**
   * What cannot be as the program says.
   *
   * @param variants how many texts the query can have
   */
  List<QueryError> errors(int variants) {
    List<QueryError> errors = new ArrayList<>();
    if (results.size() == variants) {
      for (RowType row : rows) {
        for (RowType.Property property : row.properties()) {
          error(property, row).ifPresent(errors::add);
        }
      }
    }
    return errors;
  }

  private Optional<QueryError> error(RowType.Property property, RowType row) {
    if (property.optional()) {
      return Optional.empty();
    }
    if (!exists(property, row)) {
      return Optional.of(missing(property, row));
    }
    boolean nulls =
        property.notNull()
            && results.stream().allMatch(seen -> seen.nulls(property.name()).isPresent());
    return nulls
        ? results.get(0).nulls(property.name()).map(reason -> nullable(property, reason))
        : Optional.empty();
  }

  /** Whether there is such a column in any variant, under that name or one that is made of it. */
  private boolean exists(RowType.Property property, RowType row) {
    return results.stream()
        .flatMap(seen -> seen.columns().stream())
        .anyMatch(
            column ->
                column.name().equals(property.name())
                    || (row.renamed()
                        && Spelling.loose(column.name()).equals(Spelling.loose(property.name()))));
  }

  private QueryError missing(RowType.Property property, RowType row) {
    List<QueryRelation.Name> others =
        results.get(0).columns().stream()
            .map(ResultColumn::name)
            .filter(name -> row.properties().stream().noneMatch(each -> each.name().equals(name)))
            .map(name -> new QueryRelation.Name(name, name))
            .toList();
    Optional<Suggestion> meant =
        NameSimilarity.best(property.name(), others)
            .map(match -> new Suggestion(match.name().plain(), match.same()));
    return QueryError.of(QueryError.Kind.UNKNOWN_PROPERTY, spot(property), property.name())
        .corrected(Optional.empty(), meant);
  }

  private static QueryError nullable(RowType.Property property, NullableColumns.Reason reason) {
    return QueryError.of(QueryError.Kind.NULLABLE_PROPERTY, spot(property), property.name())
        .unasked(reason.word());
  }

  private static MappedText.Spot spot(RowType.Property property) {
    return new MappedText.Spot(property.source(), property.start(), property.end());
  }
}
