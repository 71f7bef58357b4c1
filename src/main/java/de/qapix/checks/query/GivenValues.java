package de.qapix.checks.query;

import de.qapix.checks.statement.MappedText;
import de.qapix.checks.text.Library;
import de.qapix.checks.text.Literal;
import de.qapix.checks.text.Query;
import de.qapix.sql.SqlLexer;
import de.qapix.sql.Token;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Compares the parameters of a text with the values that stand in brackets behind it: {@code
 * query('.. $1', [x])}. A parameter inside quotes is none.
 */
final class GivenValues {

  private static final Set<Library> NUMBERED = Set.of(Library.PG, Library.TYPEORM);
  private static final Pattern NUMBER = Pattern.compile("\\$(\\d{1,4})(?!\\d)");
  private static final Pattern QUESTION_MARK = Pattern.compile("(?<![?\\\\])\\?(?!\\?)");
  private static final Pattern LIST = Pattern.compile("['\"`]\\s*,\\s*(\\[)");
  private static final Pattern END = Pattern.compile("\\s*,?\\s*\\)");

  private final Literal text;
  private final List<Token> tokens;

  private GivenValues(Literal text) {
    this.text = text;
    this.tokens = SqlLexer.tokens(text.sql());
  }

  /** What is wrong with them, if the whole text is written before them. */
  static List<QueryError> errors(Query query) {
    boolean written =
        query.whole()
            && query.variants().size() == 1
            && query.variants().get(0).size() == 1
            && query.library().isPresent();
    return written && query.variants().get(0).get(0) instanceof Literal text
        ? new GivenValues(text).errors(query.library().get())
        : List.of();
  }

  private List<QueryError> errors(Library library) {
    Optional<Given> given = given();
    if (given.isEmpty()) {
      return List.of();
    }
    if (library == Library.KNEX) {
      return ofQuestionMarks(given.get().count());
    }
    return NUMBERED.contains(library) ? ofNumbers(given.get()) : List.of();
  }

  /**
   * The values.
   *
   * @param spot of the brackets
   */
  private record Given(int count, MappedText.Spot spot) {}

  private Optional<Given> given() {
    String source = text.source().text();
    Matcher list = LIST.matcher(source);
    if (!list.region(text.offset(text.sql().length()), source.length()).lookingAt()) {
      return Optional.empty();
    }
    int open = list.start(1);
    int depth = 0;
    int values = 0;
    boolean value = false;
    for (int at = open; at < source.length(); at++) {
      char character = source.charAt(at);
      if ("'\"`/".indexOf(character) >= 0 || source.startsWith("...", at)) {
        int end = "'\"".indexOf(character) >= 0 ? endOfText(source, at) : -1;
        if (end < 0) {
          return Optional.empty();
        }
        at = end;
        value = true;
      } else if ("[({".indexOf(character) >= 0) {
        value |= depth > 0;
        depth++;
      } else if ("])}".indexOf(character) >= 0) {
        depth--;
      } else if (character == ',' && depth == 1) {
        values++;
        value = false;
      } else {
        value |= character > ' ';
      }
      if (depth == 0) {
        MappedText.Spot spot = new MappedText.Spot(text.source(), open, at + 1);
        return END.matcher(source).region(at + 1, source.length()).lookingAt()
            ? Optional.of(new Given(value ? values + 1 : values, spot))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static int endOfText(String source, int start) {
    int end = source.indexOf(source.charAt(start), start + 1);
    return end > start && source.substring(start, end).indexOf('\\') < 0 ? end : -1;
  }

  private List<QueryError> ofNumbers(Given given) {
    Set<Integer> used = new TreeSet<>();
    for (Token token : tokens) {
      if (token.kind() == Token.Kind.PARAMETER) {
        used.add(Integer.parseInt(token.text().substring(1)));
      }
    }
    int highest = used.stream().mapToInt(Integer::intValue).max().orElse(0);
    if (highest == given.count()) {
      return List.of();
    }
    List<QueryError> quoted =
        quoted(NUMBER).stream()
            .filter(number -> Integer.parseInt(number.group(1)) <= given.count())
            .filter(number -> !used.contains(Integer.parseInt(number.group(1))))
            .map(this::quotedValue)
            .toList();
    return quoted.isEmpty() ? List.of(count(given, highest)) : quoted;
  }

  private static QueryError count(Given given, int highest) {
    String values = String.valueOf(given.count());
    return QueryError.of(QueryError.Kind.VALUE_COUNT, given.spot(), values)
        .told(String.valueOf(highest), Optional.empty());
  }

  /** Knex puts a parameter in the place of each of them, in quotes or not. */
  private List<QueryError> ofQuestionMarks(int given) {
    List<Matcher> quoted = quoted(QUESTION_MARK);
    long all = QUESTION_MARK.matcher(text.sql()).results().count();
    return all == given ? quoted.stream().map(this::quotedValue).toList() : List.of();
  }

  /** What looks like a parameter in texts between quotes. */
  private List<Matcher> quoted(Pattern parameter) {
    return tokens.stream()
        .filter(token -> token.kind() == Token.Kind.STRING)
        .flatMap(
            token -> {
              Matcher found = parameter.matcher(text.sql()).region(token.offset(), token.end());
              return found.find() ? Stream.of(found) : Stream.empty();
            })
        .toList();
  }

  private QueryError quotedValue(Matcher parameter) {
    MappedText.Spot spot =
        new MappedText.Spot(
            text.source(), text.offset(parameter.start()), text.offset(parameter.end()));
    return QueryError.of(QueryError.Kind.QUOTED_VALUE, spot, parameter.group());
  }
}
