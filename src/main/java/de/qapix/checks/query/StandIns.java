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
final class StandIns {

  /** One letter too many or too few is a mistake, and no name of another function. */
  private static final int TYPING_ERROR = 1;

  /** That of a function or a type: a table that is missing is told as one. */
  private static final String NO_SCHEMA = "3F000";

  private final boolean any;
  private final List<Pattern> types;

  private StandIns(boolean any, List<Pattern> types) {
    this.any = any;
    this.types = types;
  }

  static StandIns in(Schema schema) {
    List<String> types = schema.standInTypes();
    return new StandIns(
        !types.isEmpty(),
        types.stream()
            .filter(type -> !type.isEmpty())
            .map(type -> Pattern.compile("(?<![\\w.\"])" + Pattern.quote(type) + "(?![\\w\"])"))
            .toList());
  }

  /**
   * Whether a refusal may come from what a stand-in lacks.
   *
   * @param schema of the database
   */
  boolean explain(ErrorLocation location, Schema schema) {
    if (!any || location.refused().state().equals(NO_SCHEMA)) {
      return any;
    }
    return switch (location.cause().kind()) {
      case UNKNOWN_FUNCTION -> !isLikeOne(location, schema.names(Schema.Kind.FUNCTION));
      case UNKNOWN_TYPE -> !isLikeOne(location, schema.names(Schema.Kind.TYPE));
      case WRONG_TYPE, REFUSED, AMBIGUOUS_COLUMN ->
          types.stream().anyMatch(type -> type.matcher(location.refused().message()).find());
      default -> false;
    };
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
