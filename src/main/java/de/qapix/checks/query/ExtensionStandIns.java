package de.qapix.checks.query;

import de.qapix.checks.names.QueryRelation;
import de.qapix.checks.server.NameSimilarity;
import de.qapix.checks.server.Schema;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The stand-ins for extensions in a database. They have less than what they stand in for, so that a
 * function, a type or an operator which is missing may well be there in truth.
 */
final class ExtensionStandIns {

  /** One letter too many or too few is a mistake, and no name of another function. */
  private static final int TYPING_ERROR = 1;

  /** That of a function or a type: a table that is missing is told as one. */
  private static final String NO_SCHEMA = "3F000";

  private final Schema schema;

  ExtensionStandIns(Schema schema) {
    this.schema = schema;
  }

  /** Whether a refusal may come from what a stand-in lacks. */
  boolean explain(ErrorLocation location) {
    boolean any = !schema.standInTypes().isEmpty();
    if (!any || location.refused().state().equals(NO_SCHEMA)) {
      return any;
    }
    return switch (location.cause().kind()) {
      case UNKNOWN_FUNCTION -> !isLikeOne(location, schema.names(Schema.Kind.FUNCTION));
      case UNKNOWN_TYPE -> !isLikeOne(location, schema.names(Schema.Kind.TYPE));
      case WRONG_TYPE, REFUSED, AMBIGUOUS_COLUMN ->
          schema.standInTypes().stream()
              .anyMatch(type -> names(location.refused().message(), type));
      default -> false;
    };
  }

  private static boolean names(String message, String type) {
    return !type.isEmpty()
        && Pattern.compile("(?<![\\w.\"])" + Pattern.quote(type) + "(?![\\w\"])")
            .matcher(message)
            .find();
  }

  private static boolean isLikeOne(ErrorLocation location, List<QueryRelation.Name> names) {
    int last = location.cause().last();
    if (last < 0) {
      return false;
    }
    String name = location.statement().tokens().name(last);
    return names.stream()
        .anyMatch(each -> NameSimilarity.distance(each.plain(), name) <= TYPING_ERROR);
  }
}
