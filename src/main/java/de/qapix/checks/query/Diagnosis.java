package de.qapix.checks.query;

import de.qapix.checks.names.QueryScope;
import de.qapix.checks.server.NamePlaces;
import de.qapix.checks.server.NameSimilarity;
import de.qapix.checks.server.Refusal;
import de.qapix.checks.server.Schema;
import de.qapix.checks.server.Statement;
import de.qapix.checks.server.Suggestion;
import de.qapix.checks.server.Suggestions;
import de.qapix.sql.SqlTokens;
import de.qapix.sql.Token;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out what a refusal of the server means. */
final class Diagnosis {

  /** What values and types that do not fit have (PostgreSQL's manual, appendix A). */
  private static final Set<String> WRONG_TYPES =
      Set.of(
          "22P02", "22007", "22008", "22003", "42804", "42846", "42P08", "22P03", "42809", "42P18");

  private static final Pattern ENUM = Pattern.compile(" enum (.+?): \"");

  private final Statement statement;
  private final SqlTokens tokens;
  private final Refusal refused;
  private final Suggestions suggestions;
  private final Schema schema;
  private final NamePlaces places;

  private Diagnosis(Statement statement, Refusal refused, Schema schema) {
    this.statement = statement;
    this.tokens = statement.tokens();
    this.refused = refused;
    this.schema = schema;
    this.suggestions = new Suggestions(schema);
    this.places = new NamePlaces(statement, suggestions);
  }

  static ErrorLocation of(Statement statement, Refusal refused, Schema schema) {
    ErrorCause cause = new Diagnosis(statement, refused, schema).cause();
    return new ErrorLocation(statement, refused, cause);
  }

  private ErrorCause cause() {
    int place = refused.position() < 0 ? -1 : tokens.holding(refused.position());
    return switch (refused.state()) {
      case "42703" -> column(place < 0 ? places.inUsing() : place);
      case "42P01", "3F000" -> relation(place);
      case "42883" -> function(place);
      case "42704" ->
          place < 0 && constraint() >= 0
              ? ErrorCause.at(QueryError.Kind.CONFLICT_TARGET, constraint())
              : named(QueryError.Kind.UNKNOWN_TYPE, Schema.Kind.TYPE, place);
      case "42702", "42725" ->
          ErrorCause.at(QueryError.Kind.AMBIGUOUS_COLUMN, place)
              .upTo(tokens.lastOfName(place))
              .uncertain();
      case "42601" -> syntax(place);
      default -> other(place);
    };
  }

  private ErrorCause other(int place) {
    QueryError.Kind kind =
        WRONG_TYPES.contains(refused.state())
            ? QueryError.Kind.WRONG_TYPE
            : QueryError.Kind.REFUSED;
    boolean replaceable = place >= 0 && tokens.at(place).kind() == Token.Kind.STRING;
    Optional<Suggestion> meant = replaceable ? enumValue(place) : Optional.empty();
    return ErrorCause.at(kind, place).uncertain().replaceable(replaceable, meant);
  }

  /** The value that was meant by one that an enum does not have. */
  private Optional<Suggestion> enumValue(int place) {
    Matcher words = ENUM.matcher(refused.message());
    String text = tokens.at(place).text();
    return words.find() && text.length() > 2
        ? NameSimilarity.best(
                text.substring(1, text.length() - 1), schema.enumValues(words.group(1)))
            .map(match -> new Suggestion(match.name().sql(), false))
        : Optional.empty();
  }

  private ErrorCause column(int place) {
    if (place < 0) {
      return ErrorCause.at(QueryError.Kind.UNKNOWN_COLUMN, place);
    }
    QueryScope scope = statement.root().at(place);
    int first = tokens.isOpen(place) ? places.unknownIn(place, scope) : place;
    ErrorCause unknown = ErrorCause.at(QueryError.Kind.UNKNOWN_COLUMN, first);
    boolean known = suggestions.knows(tokens.name(first), scope);
    if (known && tokens.isSymbol(first + 1, ')') && tokens.isSymbol(first + 2, '.')) {
      // A field of a composite value: (value).field.
      return unknown.upTo(first + 3);
    }
    int name =
        places.isAssigned(first) && !places.belongsToTable(first, scope)
            ? first
            : tokens.lastOfName(first);
    String qualifier = first < name ? statement.written(first, name - 1) : "";
    String alias = first < name ? tokens.name(name - 2) : "";
    Optional<Suggestion> suggestion =
        suggestions
            .column(tokens.name(name), qualifier, alias, scope)
            .filter(meant -> alias.isEmpty() || !places.isOtherSide(first, name, meant.sql()))
            .or(() -> literal(first, name));
    ErrorCause cause = unknown.upTo(name).replaceable(true, suggestion);
    boolean certain =
        !alias.isEmpty() || scope.target().filter(t -> isTargetName(first)).isPresent();
    return certain ? cause : cause.uncertain();
  }

  /** A text in double quotes that is compared with something. */
  private Optional<Suggestion> literal(int first, int name) {
    boolean compared = first == name && "=<>(".indexOf(tokens.at(first - 1).text().charAt(0)) >= 0;
    String text = tokens.name(name).replace("'", "''");
    return compared && tokens.at(name).kind() == Token.Kind.QUOTED_NAME
        ? Optional.of(new Suggestion("'" + text + "'", false))
        : Optional.empty();
  }

  private boolean isTargetName(int first) {
    return tokens.is(first - 1, "set") || places.isAssigned(first);
  }

  private ErrorCause relation(int first) {
    if (first < 0) {
      return ErrorCause.at(QueryError.Kind.REFUSED, first);
    }
    boolean inFrom = statement.root().allRanges().anyMatch(range -> range.place() == first);
    if (inFrom || refused.state().equals("3F000")) {
      int end = tokens.lastOfName(first);
      return ErrorCause.at(QueryError.Kind.UNKNOWN_TABLE, first)
          .upTo(end)
          .meant(suggestions.relation(places.names(first, end)));
    }
    int qualifier = Math.max(first, tokens.lastOfName(first) - 2);
    return ErrorCause.at(QueryError.Kind.MISSING_FROM, qualifier)
        .uncertain()
        .replaceable(
            true,
            suggestions.qualifier(
                tokens.name(qualifier), tokens.name(qualifier + 2), statement.root().at(first)));
  }

  private ErrorCause function(int first) {
    int end = first < 0 ? -1 : tokens.lastOfName(first);
    ErrorCause wrongTypes = ErrorCause.at(QueryError.Kind.WRONG_TYPE, first).uncertain();
    if (end < 0 || !tokens.isName(end) || !tokens.isOpen(end + 1)) {
      return wrongTypes;
    }
    String called = tokens.name(end);
    boolean known =
        schema.names(Schema.Kind.FUNCTION).stream().anyMatch(each -> each.plain().equals(called));
    return known
        ? wrongTypes.upTo(end)
        : named(QueryError.Kind.UNKNOWN_FUNCTION, Schema.Kind.FUNCTION, first);
  }

  private ErrorCause named(QueryError.Kind kind, Schema.Kind names, int first) {
    if (first < 0 || !tokens.isName(first)) {
      return ErrorCause.at(kind, first);
    }
    int name = tokens.lastOfName(first);
    return ErrorCause.at(kind, name).meant(suggestions.named(names, tokens.name(name)));
  }

  private ErrorCause syntax(int first) {
    if (isPlaceholder(first)) {
      return ErrorCause.at(QueryError.Kind.PLACEHOLDER, first).uncertain();
    }
    return unquoted(first)
        .orElseGet(() -> ErrorCause.at(QueryError.Kind.SYNTAX, first))
        .uncertain();
  }

  /** A table or column that is called like a keyword needs its quotes. */
  private Optional<ErrorCause> unquoted(int first) {
    boolean qualified =
        first > 0 && tokens.isSymbol(first, '.') && tokens.at(first - 1).kind() == Token.Kind.WORD;
    if (qualified) {
      // In user.id, the word is read as a value.
      return quoted(QueryError.Kind.UNKNOWN_TABLE, first - 1, relationAt(first - 1));
    }
    if (first < 0 || tokens.at(first).kind() != Token.Kind.WORD) {
      return Optional.empty();
    }
    return tokens.is(first - 1, "from", "join", "into", "update", "using", "only")
        ? quoted(QueryError.Kind.UNKNOWN_TABLE, first, relationAt(first))
        : quoted(
            QueryError.Kind.UNKNOWN_COLUMN,
            first,
            suggestions.reserved(tokens.name(first), statement.root().at(first)));
  }

  private Optional<Suggestion> relationAt(int place) {
    return suggestions.relation(places.names(place, place)).filter(Suggestion::sure);
  }

  /** The name in ON CONFLICT ON CONSTRAINT, of which the server tells no place; -1 if none is. */
  private int constraint() {
    for (int at = 0; at < tokens.size(); at++) {
      if (tokens.is(at, "conflict") && tokens.is(at + 2, "constraint")) {
        return at + 3;
      }
    }
    return -1;
  }

  private static Optional<ErrorCause> quoted(
      QueryError.Kind kind, int place, Optional<Suggestion> suggestion) {
    return suggestion
        .filter(each -> each.sql().startsWith("\""))
        .map(each -> ErrorCause.at(kind, place).meant(Optional.of(each)));
  }

  private boolean isPlaceholder(int first) {
    return first >= 0
        && ("?:@#".indexOf(tokens.at(first).text().charAt(0)) >= 0
            || (tokens.isSymbol(first, '%') && tokens.is(first + 1, "s", "d", "i", "l")));
  }
}
