package de.qapix.checks.query;

import de.qapix.checks.names.QueryScope.Range;
import de.qapix.checks.names.RelationKind;
import de.qapix.sql.SqlTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds statements that cannot be done to what they name, such as {@code TRUNCATE} of a view: the
 * server looks at that only when it runs them.
 */
final class UtilityCheck {

  private static final String TABLES = "rp";
  private static final String FOREIGN = "f";
  private static final String VIEW = "v";
  private static final String MATERIALIZED = "m";

  private final Statement statement;
  private final SqlTokens tokens;
  private final Schema schema;

  UtilityCheck(Statement statement, Schema schema) {
    this.statement = statement;
    this.tokens = statement.tokens();
    this.schema = schema;
  }

  List<QueryError> errors() {
    List<QueryError> errors = new ArrayList<>();
    for (Range range : statement.root().ranges()) {
      schema
          .relations()
          .find(range.name())
          .flatMap(schema::kind)
          .flatMap(kind -> wrong(kind, range))
          .flatMap(words -> error(range, words))
          .ifPresent(errors::add);
    }
    return errors;
  }

  private Optional<QueryError> error(Range range, String words) {
    int end = tokens.afterName(range.place());
    return statement
        .spot(end - 1, end)
        .map(
            spot ->
                QueryError.of(QueryError.Kind.REFUSED, spot, statement.written(range.place(), end))
                    .unasked(words));
  }

  /** Which words tell why it cannot be done; nothing if it can. */
  private Optional<String> wrong(RelationKind kind, Range range) {
    return switch (tokens.at(0).text().toLowerCase(Locale.ROOT)) {
      case "truncate" -> unless(kind.isOneOf(TABLES + FOREIGN), "no-table");
      case "lock" -> unless(kind.isOneOf(TABLES + VIEW), "no-lock");
      case "refresh" -> refresh(kind);
      case "copy" -> copy(kind, tokens.afterName(range.place()));
      default -> Optional.empty();
    };
  }

  private Optional<String> refresh(RelationKind kind) {
    boolean concurrently = tokens.is(3, "concurrently");
    return unless(kind.isOneOf(MATERIALIZED), "no-materialized-view")
        .or(() -> unless(!concurrently || kind.rowsKnown(), "no-unique-index"));
  }

  /** Rows can go into a view by a trigger; out of what has none of its own, by a query. */
  private Optional<String> copy(RelationKind kind, int behind) {
    int at = tokens.isOpen(behind) ? tokens.after(behind) : behind;
    return tokens.is(at, "from")
        ? unless(!kind.isOneOf(MATERIALIZED), "no-table")
        : unless(kind.isOneOf(TABLES + MATERIALIZED) && !kind.isOneOf("p"), "no-rows");
  }

  private static Optional<String> unless(boolean right, String words) {
    return right ? Optional.empty() : Optional.of(words);
  }
}
