package de.qapix.checks.query;

import de.qapix.checks.server.Suggestion;
import de.qapix.sql.SqlTokens;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The tables of a statement that are missing, and of which is only guessed what was meant: that
 * they lack a column follows from the guess.
 */
final class GuessedTables {

  private GuessedTables() {}

  /** What was found, but for columns that may well be those of a guessed table. */
  static List<QueryError> withoutTheirColumns(StatementCheck.Result result) {
    Set<List<String>> guessed = new HashSet<>();
    for (QueryError error : result.errors()) {
      if (error.kind() == QueryError.Kind.UNKNOWN_TABLE && !isSure(error)) {
        guessed.add(SqlTokens.names(error.written()));
        error.suggestion().ifPresent(suggestion -> guessed.add(SqlTokens.names(suggestion.sql())));
      }
    }
    if (guessed.isEmpty()) {
      return result.errors();
    }
    Set<String> aliases = new HashSet<>();
    result
        .statement()
        .root()
        .allRanges()
        .filter(range -> guessed.contains(range.name()))
        .forEach(range -> aliases.add(range.alias()));
    return result.errors().stream().filter(error -> !follows(error, aliases)).toList();
  }

  /** Whether it is a column for which nothing in the guessed table is alike. */
  private static boolean follows(QueryError error, Set<String> aliases) {
    List<String> column = SqlTokens.names(error.written());
    String qualifier = column.size() < 2 ? "" : column.get(column.size() - 2);
    boolean alike =
        error
            .suggestion()
            .map(suggestion -> SqlTokens.names(suggestion.sql()))
            .filter(meant -> meant.size() > 1 && meant.get(meant.size() - 2).equals(qualifier))
            .isPresent();
    return error.kind() == QueryError.Kind.UNKNOWN_COLUMN
        && !isSure(error)
        && !alike
        && (qualifier.isEmpty() || aliases.contains(qualifier));
  }

  private static boolean isSure(QueryError error) {
    return error.suggestion().filter(Suggestion::sure).isPresent();
  }
}
