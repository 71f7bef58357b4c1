package de.qapix.checks.query;

import de.qapix.checks.names.QueryRelation;
import de.qapix.checks.server.NameSimilarity;
import de.qapix.checks.server.Suggestion;
import de.qapix.checks.statement.HoleFillings;
import de.qapix.checks.statement.MappedText;
import de.qapix.checks.text.Hole;
import de.qapix.checks.text.Library;
import de.qapix.checks.text.Literal;
import de.qapix.checks.text.Piece;
import de.qapix.checks.text.Query;
import de.qapix.checks.text.SuppliedValues;
import de.qapix.sql.SqlTokens;
import de.qapix.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Compares the parameters of a text with the values that are given beside it: {@code query('.. $1',
 * [x])}. A parameter inside quotes is none.
 */
final class GivenValues {

  /** What sends texts with {@code $1} and lists of values as they are. */
  private static final Set<Library> NUMBERED =
      Set.of(
          Library.PG,
          Library.TYPEORM,
          Library.POSTGRES_JS,
          Library.NEON,
          Library.VERCEL,
          Library.PRISMA);

  /** Before these marks, pg-promise puts the value into the text. */
  private static final Pattern NUMBER = Pattern.compile("\\$(\\d{1,4})(?![\\d:#^])");

  private static final Pattern QUESTION_MARK = Pattern.compile("(?<![?\\\\])\\?(?!\\?)");
  private static final Pattern COLON = Pattern.compile("(?<![:\\\\\\w]):(\\w+)(?!:)");

  private final MappedText text;
  private final SqlTokens tokens;
  private final SuppliedValues values;
  private final Optional<Library> library;
  private final boolean ofOnePiece;

  private GivenValues(List<Piece> pieces, SuppliedValues values, Optional<Library> library) {
    this.text = MappedText.ofPieces(pieces);
    this.tokens = SqlTokens.of(text.text());
    this.values = values;
    this.library = library;
    this.ofOnePiece = pieces.size() == 1;
  }

  /** What is wrong with them, if the whole text is written. */
  static List<QueryError> errors(Query query) {
    Optional<SuppliedValues> values = query.recipient().values();
    if (values.isEmpty() || !query.whole() || query.variants().size() > 1) {
      return List.of();
    }
    List<Piece> text = query.variants().get(0);
    if (values.get().option().equals("bind") && values.get().count().isEmpty()) {
      return ofNames(text, values.get().names());
    }
    return text.stream().allMatch(GivenValues::isWritten)
        ? new GivenValues(text, values.get(), query.library()).errors()
        : List.of();
  }

  /** What Sequelize binds by name is a hole already. */
  private static List<QueryError> ofNames(List<Piece> text, Set<String> names) {
    return HoleFillings.quotedValues(text).stream()
        .filter(hole -> names.contains(hole.code().substring(1)))
        .map(QueryError::quotedValue)
        .toList();
  }

  private static boolean isWritten(Piece piece) {
    return piece instanceof Literal
        || (piece instanceof Hole hole
            && (hole.kind() == Hole.Kind.NAME || hole.kind() == Hole.Kind.NAMES));
  }

  private List<QueryError> errors() {
    boolean replaced = values.option().equals("replacements");
    boolean marks = replaced || library.filter(Library.KNEX::equals).isPresent();
    if (values.count().isEmpty()) {
      return marks ? ofNames() : List.of();
    }
    int given = values.count().getAsInt();
    return marks ? ofQuestionMarks(given) : ofNumbers(given);
  }

  /** Names in quotes, and those for which no value is given. */
  private List<QueryError> ofNames() {
    List<QueryError> errors =
        new ArrayList<>(quoted(COLON, parameter -> values.names().contains(parameter.group(1))));
    for (int at = 0; at < tokens.size() && tokens.startsQuery(0); at++) {
      boolean named = isNamed(at) && !values.names().contains(tokens.at(at + 1).text());
      if (named) {
        text.spot(tokens.at(at).offset(), tokens.at(at + 1).end())
            .map(this::withoutValue)
            .ifPresent(errors::add);
      }
    }
    return errors;
  }

  /** Whether {@code :name} stands at a token, and no part of {@code ::type} or {@code a[1:n]}. */
  private boolean isNamed(int at) {
    return tokens.isSymbol(at, ':')
        && tokens.at(at + 1).kind() == Token.Kind.WORD
        && tokens.at(at).end() == tokens.at(at + 1).offset()
        && COLON
            .matcher(text.text())
            .region(tokens.at(at).offset(), text.text().length())
            .useTransparentBounds(true)
            .lookingAt();
  }

  private QueryError withoutValue(MappedText.Spot spot) {
    List<QueryRelation.Name> given =
        values.names().stream()
            .sorted()
            .map(name -> new QueryRelation.Name(name, ":" + name))
            .toList();
    Optional<Suggestion> meant =
        NameSimilarity.best(spot.written().substring(1), given)
            .map(match -> new Suggestion(match.name().sql(), false));
    return QueryError.of(QueryError.Kind.VALUE_COUNT, spot, spot.written())
        .unasked("name")
        .corrected(Optional.empty(), meant);
  }

  private List<QueryError> ofNumbers(int given) {
    Set<Integer> used = new TreeSet<>();
    for (int at = 0; at < tokens.size(); at++) {
      if (tokens.at(at).kind() == Token.Kind.PARAMETER) {
        used.add(Integer.parseInt(tokens.at(at).text().substring(1)));
      }
    }
    int highest = used.stream().mapToInt(Integer::intValue).max().orElse(0);
    if (highest == given) {
      return List.of();
    }
    List<QueryError> quoted =
        quoted(
            NUMBER,
            parameter -> {
              int number = Integer.parseInt(parameter.group(1));
              return number <= given && !used.contains(number);
            });
    boolean counted = library.filter(NUMBERED::contains).isPresent() && tokens.startsQuery(0);
    return quoted.isEmpty() && counted ? List.of(count(given, highest)) : quoted;
  }

  private QueryError count(int given, int highest) {
    MappedText.Spot spot = new MappedText.Spot(values.source(), values.start(), values.end());
    return QueryError.of(QueryError.Kind.VALUE_COUNT, spot, String.valueOf(given))
        .told(String.valueOf(highest), Optional.empty());
  }

  /**
   * A parameter comes in the place of each of them, in quotes or not. Knex sends nothing where
   * there are not as many values. Names that are given as well are pieces of their own by now, so
   * their texts are not compared.
   */
  private List<QueryError> ofQuestionMarks(int given) {
    int all = (int) QUESTION_MARK.matcher(text.text()).results().count();
    if (all == given) {
      return quoted(QUESTION_MARK, any -> true);
    }
    long inQuotes =
        IntStream.range(0, tokens.size())
            .mapToObj(tokens::at)
            .filter(token -> token.kind() == Token.Kind.STRING)
            .mapToLong(token -> QUESTION_MARK.matcher(token.text()).results().count())
            .sum();
    boolean counted =
        ofOnePiece
            && all - inQuotes != given
            && library.filter(Library.KNEX::equals).isPresent()
            && tokens.startsQuery(0);
    return counted ? List.of(count(given, all)) : List.of();
  }

  /** The first that looks like a parameter in each text between quotes. */
  private List<QueryError> quoted(Pattern parameter, Predicate<MatchResult> isGiven) {
    return IntStream.range(0, tokens.size())
        .mapToObj(tokens::at)
        .filter(token -> token.kind() == Token.Kind.STRING)
        .flatMap(token -> quoted(token, parameter, isGiven))
        .toList();
  }

  private Stream<QueryError> quoted(
      Token string, Pattern parameter, Predicate<MatchResult> isGiven) {
    return parameter
        .matcher(text.text())
        .region(string.offset(), string.end())
        .results()
        .filter(isGiven)
        .limit(1)
        .flatMap(
            found ->
                text.spot(found.start(), found.end()).stream()
                    .map(spot -> QueryError.of(QueryError.Kind.QUOTED_VALUE, spot, found.group())));
  }
}
