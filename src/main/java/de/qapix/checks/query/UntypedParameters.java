package de.qapix.checks.query;

import de.qapix.checks.server.Refusal;
import de.qapix.checks.server.ServerDescriber;
import de.qapix.checks.server.Statement;
import de.qapix.checks.server.Suggestion;
import de.qapix.checks.statement.HoleFillings;
import de.qapix.checks.statement.MappedText;
import de.qapix.checks.text.Hole;
import de.qapix.checks.text.Library;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.postgresql.core.Oid;

/**
 * Finds parameters for which the server cannot find a type, and the library sends none with the
 * value: {@code $1 is null}, {@code to_jsonb($1)}.
 */
final class UntypedParameters {

  private static final String NO_FUNCTION = "42883";
  private static final String POLYMORPHIC = "42804";
  private static final String NOT_UNIQUE = "42725";

  /** The same parameter has a type in one place and none in another. */
  private static final String AMBIGUOUS = "42P08";

  /** What sends values as texts without types, at least with some of its drivers or for null. */
  private static final Set<Library> UNTYPED =
      Set.of(
          Library.PG,
          Library.NEON,
          Library.VERCEL,
          Library.SLONIK,
          Library.POSTGRES_JS,
          Library.PRISMA,
          Library.DRIZZLE,
          Library.KYSELY,
          Library.KNEX,
          Library.TYPEORM);

  /** What always does. */
  private static final Set<Library> ALWAYS =
      Set.of(Library.PG, Library.NEON, Library.VERCEL, Library.KNEX, Library.TYPEORM);

  /** What sends types with values, at least with some of its drivers. */
  private static final Set<Library> TYPES_SENT = Set.of(Library.PRISMA, Library.POSTGRES_JS);

  /** What is wrong with the types, be it of a value that has been given another one. */
  private static final Set<String> OF_TYPES = Set.of(NO_FUNCTION, POLYMORPHIC, NOT_UNIQUE, "42846");

  /** So many parameters are tried with all types. */
  private static final int MOST_TRIED = 12;

  /** What sends texts with {@code $1} as they are. */
  private static final Set<Library> NUMBERED =
      Set.of(Library.PG, Library.NEON, Library.VERCEL, Library.TYPEORM, Library.PRISMA);

  /** What postgres.js sends with a type, as far as it is written. */
  private static final Pattern TYPED =
      Pattern.compile("true|false|\\d+n|\\[.*|new\\s+Date\\b.*|.*\\.(json|typed|array)\\(.*");

  private final Optional<Library> library;
  private final ServerDescriber server;
  private final HoleFillings standIns;

  UntypedParameters(Optional<Library> library, ServerDescriber server, HoleFillings standIns) {
    this.library = library;
    this.server = server;
    this.standIns = standIns;
  }

  /**
   * One that was found.
   *
   * @param error nothing if the library sends a type
   * @param repaired the statement with a value of some type in its place
   */
  record Found(Optional<QueryError> error, Statement repaired) {}

  /**
   * A type that a parameter can have.
   *
   * @param name as a cast has it
   */
  private record Type(int oid, String name) {}

  private static final Type TEXT = new Type(Oid.TEXT, "text");
  private static final Type BOOLEAN = new Type(Oid.BOOL, "boolean");

  private static final List<Type> TYPES =
      List.of(
          TEXT,
          new Type(Oid.INT4, "integer"),
          new Type(Oid.TIMESTAMPTZ, "timestamptz"),
          new Type(Oid.TEXT_ARRAY, "text[]"),
          new Type(Oid.JSONB, "jsonb"),
          BOOLEAN);

  /**
   * A parameter in a statement.
   *
   * @param code as it is written in the source
   * @param sent whether the library sends a type with it
   */
  private record Parameter(int place, MappedText.Spot spot, String code, boolean sent) {

    QueryError error(Type type, String message) {
      return QueryError.of(QueryError.Kind.UNTYPED_PARAMETER, spot, code)
          .told(message, Optional.empty())
          .corrected(
              Optional.empty(), Optional.of(new Suggestion(code + "::" + type.name(), false)));
    }
  }

  /**
   * In a statement that the server accepts.
   *
   * @param messages what it says of parameters that had to be given a type before, by number
   */
  List<QueryError> errors(Statement statement, SortedMap<Integer, String> messages) {
    List<QueryError> errors = new ArrayList<>();
    messages.forEach(
        (number, message) ->
            parameter(statement, number)
                .filter(parameter -> !parameter.sent())
                .map(parameter -> parameter.error(isBoolean(parameter) ? BOOLEAN : TEXT, message))
                .ifPresent(errors::add));
    return errors;
  }

  /** The first one behind a number that is not used, in a statement as it is written. */
  Optional<QueryError> behindGap(Statement statement) {
    return library.filter(NUMBERED::contains).isPresent() && !standIns.guesses()
        ? statement
            .parameters()
            .firstBehindGap()
            .map(spot -> QueryError.of(QueryError.Kind.UNTYPED_PARAMETER, spot, code(spot)))
            .map(error -> error.unasked("gap"))
        : Optional.empty();
  }

  /** The one for want of whose type the server refuses a statement. */
  Optional<Found> find(Statement statement, Refusal refused) {
    if (!isAboutType(refused)) {
      return Optional.empty();
    }
    List<Parameter> parameters =
        IntStream.rangeClosed(1, statement.parameters().count())
            .mapToObj(number -> parameter(statement, number))
            .flatMap(Optional::stream)
            .toList();
    for (Parameter parameter : parameters) {
      Optional<Type> type = fitting(parameter, statement, refused);
      if (type.isPresent()) {
        return Optional.of(found(parameter, type.get(), statement, refused));
      }
    }
    return parameters.stream()
        .filter(each -> statement.tokens().at(each.place()).offset() > refused.position())
        .findFirst()
        .flatMap(
            parameter ->
                TYPES.stream()
                    .filter(type -> fitsAll(statement, type))
                    .findFirst()
                    .map(type -> found(parameter, type, statement, refused)));
  }

  /** Whether what the server refuses is right with a type that the library may send. */
  boolean mayFit(Statement statement, Refusal refused) {
    return Set.of(NO_FUNCTION, POLYMORPHIC).contains(refused.state())
        && library.filter(TYPES_SENT::contains).isPresent()
        && IntStream.rangeClosed(1, Math.min(statement.parameters().count(), MOST_TRIED))
            .mapToObj(number -> parameter(statement, number))
            .flatMap(Optional::stream)
            .anyMatch(parameter -> fitting(parameter, statement, refused).isPresent());
  }

  /** Whether it can be so, and is the library's fault if it is. */
  private boolean isAboutType(Refusal refused) {
    return switch (refused.state()) {
      case POLYMORPHIC -> refused.message().contains("unknown");
      case NOT_UNIQUE ->
          refused.message().contains("unknown") && library.filter(ALWAYS::contains).isPresent();
      case AMBIGUOUS -> library.filter(UNTYPED::contains).isPresent();
      default -> false;
    };
  }

  private static Found found(Parameter parameter, Type type, Statement statement, Refusal refused) {
    int place = parameter.place();
    return new Found(
        Optional.of(parameter.error(type, refused.message())).filter(any -> !parameter.sent()),
        statement.with(place, place + 1, "null::" + type.name()));
  }

  /** The first type of this parameter with which the server has nothing more against it. */
  private Optional<Type> fitting(Parameter parameter, Statement statement, Refusal refused) {
    List<Type> types = new ArrayList<>(TYPES);
    if (isBoolean(parameter)) {
      types.add(0, BOOLEAN);
    }
    int number = number(statement, parameter.place());
    return types.stream()
        .filter(type -> isBetter(answer(statement, number, type), refused))
        .findFirst();
  }

  private Optional<Refusal> answer(Statement statement, int number, Type type) {
    int[] types = new int[statement.parameters().count()];
    types[number - 1] = type.oid();
    return server.refusal(statement.draft().text(), types);
  }

  /** Whether all is well, or something else is wrong that has nothing to do with the type. */
  private static boolean isBetter(Optional<Refusal> answer, Refusal before) {
    return answer
        .filter(
            refused ->
                OF_TYPES.contains(refused.state()) || refused.message().equals(before.message()))
        .isEmpty();
  }

  private boolean fitsAll(Statement statement, Type type) {
    int[] types = new int[statement.parameters().count()];
    Arrays.fill(types, type.oid());
    return server
        .refusal(statement.draft().text(), types)
        .filter(refused -> List.of(NOT_UNIQUE, NO_FUNCTION).contains(refused.state()))
        .isEmpty();
  }

  private static int number(Statement statement, int place) {
    return Integer.parseInt(statement.tokens().at(place).text().substring(1));
  }

  private static boolean isBoolean(Parameter parameter) {
    return parameter.code().equals("${true}") || parameter.code().equals("${false}");
  }

  /** Where it stands first; nothing where it is not sure to be a parameter. */
  private Optional<Parameter> parameter(Statement statement, int number) {
    return IntStream.range(0, statement.tokens().size())
        .filter(at -> statement.tokens().at(at).text().equals("$" + number))
        .boxed()
        .findFirst()
        .flatMap(place -> parameterAt(statement, place));
  }

  private Optional<Parameter> parameterAt(Statement statement, int place) {
    boolean untyped = library.filter(UNTYPED::contains).isPresent();
    Optional<Hole> hole = statement.hole(statement.tokens().at(place).offset()).map(standIns::hole);
    if (hole.isEmpty()) {
      return statement
          .spot(place, place + 1)
          .map(spot -> new Parameter(place, spot, code(spot), !untyped));
    }
    return hole.filter(each -> each.kind() == Hole.Kind.VALUE)
        .map(each -> parameter(each, place, !untyped || isTyped(each)));
  }

  private static Parameter parameter(Hole hole, int place, boolean sent) {
    MappedText.Spot spot = new MappedText.Spot(hole.source(), hole.start(), hole.end());
    return new Parameter(place, spot, "${" + code(spot) + "}", sent);
  }

  private static String code(MappedText.Spot spot) {
    return spot.source().text().substring(spot.start(), spot.end());
  }

  private boolean isTyped(Hole hole) {
    return library.filter(Library.POSTGRES_JS::equals).isPresent()
        && TYPED.matcher(hole.code()).matches();
  }
}
