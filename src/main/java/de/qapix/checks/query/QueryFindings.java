package de.qapix.checks.query;

import de.qapix.checks.finding.Finding;
import de.qapix.checks.finding.Place;
import de.qapix.checks.finding.Severity;
import de.qapix.checks.text.QueryFile;
import java.util.List;
import java.util.Optional;

/** Makes findings of mistakes. */
final class QueryFindings {

  private QueryFindings() {}

  static Finding of(QueryError mistake, QueryFile file) {
    MappedText.Spot spot = mistake.spot();
    Place place = spot.source().place(spot.start(), spot.end());
    QueryError.Words words = mistake.words();
    boolean alias = mistake.kind() == QueryError.Kind.FOLDED_ALIAS;
    String read = alias ? readAt(mistake.written(), file) : "";
    Finding finding =
        Finding.error("query/" + mistake.kind().word(), mistake.written())
            .with(alias ? Severity.WARNING : Severity.ERROR)
            .found(mistake.written())
            .withArguments(
                words.message(),
                alias ? read : words.hint().orElse(""),
                read.isEmpty() ? words.own() : "read")
            .at(place)
            .showing(spot.source().line(place.line()));
    return mistake
        .suggestion()
        .map(suggestion -> finding.expected(suggestion.sql()))
        .orElse(finding);
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

  /** What can be put in the place of a name that can only be meant in one way. */
  static List<Fix> fixes(QueryError mistake) {
    Optional<Suggestion> sure = mistake.suggestion().filter(Suggestion::sure);
    if (sure.isEmpty() || mistake.fix().isEmpty()) {
      return List.of();
    }
    MappedText.Spot where = mistake.fix().get();
    return List.of(new Fix(where.source(), where.start(), where.end(), sure.get().sql()));
  }
}
