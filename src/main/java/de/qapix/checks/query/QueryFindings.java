package de.qapix.checks.query;

import de.qapix.checks.finding.Finding;
import de.qapix.checks.finding.Place;
import de.qapix.checks.finding.Severity;
import de.qapix.checks.server.Suggestion;
import de.qapix.checks.statement.MappedText;
import de.qapix.checks.text.QueryFile;
import java.util.Optional;

/** Makes findings of errors. */
final class QueryFindings {

  private QueryFindings() {}

  static Finding of(QueryError error, QueryFile file) {
    MappedText.Spot spot = error.spot();
    Place place = spot.source().place(spot.start(), spot.end());
    QueryError.Words words = error.words();
    boolean alias = error.kind() == QueryError.Kind.FOLDED_ALIAS;
    String read = alias ? readAt(error.written(), file) : "";
    Finding finding =
        Finding.error("query/" + error.kind().word(), error.written())
            .with(severity(error, file))
            .found(error.written())
            .withArguments(
                words.message(),
                alias ? read : words.hint().orElse(""),
                read.isEmpty() ? words.own() : "read")
            .at(place)
            .showing(spot.source().line(place.line()));
    Finding told = cause(error).map(finding::from).orElse(finding);
    return error.suggestion().map(suggestion -> told.expected(suggestion.sql())).orElse(told);
  }

  /**
   * A type may serve other queries too: that a property of it is missing, and nothing like it is
   * there, does not matter if it is not read.
   */
  private static Severity severity(QueryError error, QueryFile file) {
    return switch (error.kind()) {
      case FOLDED_ALIAS -> Severity.WARNING;
      case NULLABLE_PROPERTY -> Severity.NOTE;
      case UNKNOWN_PROPERTY ->
          error.suggestion().isPresent() || file.reads(error.written())
              ? Severity.ERROR
              : Severity.NOTE;
      default -> Severity.ERROR;
    };
  }

  /** A name that is wrong in one place is likely to be so in others. */
  private static Optional<String> cause(QueryError error) {
    return switch (error.kind()) {
      case UNKNOWN_PROPERTY -> error.suggestion().map(Suggestion::object);
      case UNKNOWN_COLUMN, UNKNOWN_TABLE, UNKNOWN_FUNCTION, UNKNOWN_TYPE, FOLDED_ALIAS ->
          error.suggestion().map(Suggestion::object).or(() -> Optional.of(error.written()));
      case PLACEHOLDER -> Optional.of(error.written());
      default -> Optional.empty();
    };
  }

  /** Where the file reads a property of that name; empty if it does not. */
  private static String readAt(String alias, QueryFile file) {
    return file.reads().stream()
        .filter(read -> read.name().equals(alias))
        .findFirst()
        .map(read -> file.source().place(read.offset(), read.offset() + alias.length()))
        .map(Place::toString)
        .orElse("");
  }
}
