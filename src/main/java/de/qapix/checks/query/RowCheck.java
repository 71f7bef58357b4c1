package de.qapix.checks.query;

import de.qapix.checks.names.QueryRelation;
import de.qapix.checks.rows.ResultColumn;
import de.qapix.checks.statement.HiddenColumns;
import de.qapix.checks.statement.MappedText;
import de.qapix.checks.text.Piece;
import de.qapix.checks.text.RowType;
import de.qapix.sql.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares what a program says of the rows of a query with what the server says of them. It claims
 * nothing unless each text that the query can have was seen whole.
 */
final class RowCheck {

  private final List<RowType> rows;
  private final List<List<ResultColumn>> results = new ArrayList<>();

  /**
   * @param rows what the program says of them
   */
  RowCheck(List<RowType> rows) {
    this.rows = rows;
  }

  /** Adds what came of a variant that is a single statement. */
  void add(List<Piece> statement, StatementCheck.Result result) {
    boolean known =
        !rows.isEmpty() && !result.columns().isEmpty() && !HiddenColumns.possible(statement);
    if (known) {
      results.add(result.columns());
    }
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
        row.properties().stream()
            .filter(property -> !property.optional() && !exists(property, row))
            .map(property -> missing(property, row))
            .forEach(errors::add);
      }
    }
    return errors;
  }

  /** Whether there is such a column in any variant, under that name or one that is made of it. */
  private boolean exists(RowType.Property property, RowType row) {
    return results.stream()
        .flatMap(List::stream)
        .anyMatch(
            column ->
                column.name().equals(property.name())
                    || (row.renamed()
                        && Spelling.loose(column.name()).equals(Spelling.loose(property.name()))));
  }

  private QueryError missing(RowType.Property property, RowType row) {
    List<QueryRelation.Name> others =
        results.get(0).stream()
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

  private static MappedText.Spot spot(RowType.Property property) {
    return new MappedText.Spot(property.source(), property.start(), property.end());
  }
}
