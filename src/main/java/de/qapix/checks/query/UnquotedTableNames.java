package de.qapix.checks.query;

import de.qapix.checks.names.QueryScope.Range;
import de.qapix.checks.server.Schema;
import de.qapix.checks.server.Statement;
import de.qapix.checks.server.Suggestion;
import de.qapix.checks.server.Suggestions;
import de.qapix.checks.statement.MappedText;
import de.qapix.sql.Token;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds tables whose names are words that the server reads as values: {@code FROM user}. */
final class UnquotedTableNames {

  /** What stands for a value, and in FROM for a table of one row, without being a table. */
  private static final Set<String> WORDS =
      Set.of(
          "user",
          "current_user",
          "session_user",
          "current_role",
          "current_schema",
          "current_catalog",
          "system_user");

  private final Suggestions suggestions;

  UnquotedTableNames(Schema schema) {
    this.suggestions = new Suggestions(schema);
  }

  /** The statement with those tables as they have to be written; each is added to the errors. */
  Statement repaired(Statement statement, List<QueryError> errors) {
    for (Range range : statement.root().allRanges().toList()) {
      int place = range.place();
      Optional<Suggestion> meant = meant(statement, range);
      Optional<MappedText.Spot> spot = statement.spot(place, place + 1);
      if (meant.isPresent() && spot.isPresent()) {
        errors.add(error(statement.written(place, place + 1), spot.get(), meant));
        return repaired(statement.with(place, place + 1, meant.get().sql()), errors);
      }
    }
    return statement;
  }

  private Optional<Suggestion> meant(Statement statement, Range range) {
    boolean word =
        range.name().size() == 1
            && WORDS.contains(range.name().get(0))
            && statement.tokens().at(range.place()).kind() == Token.Kind.WORD;
    return word ? suggestions.relation(range.name()).filter(Suggestion::single) : Optional.empty();
  }

  private static QueryError error(
      String written, MappedText.Spot spot, Optional<Suggestion> meant) {
    return QueryError.of(QueryError.Kind.UNKNOWN_TABLE, spot, written)
        .unasked("value")
        .corrected(Optional.of(spot), meant);
  }
}
