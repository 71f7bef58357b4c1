package de.qapix.checks.query;

import de.qapix.checks.rows.ResultColumn;
import de.qapix.checks.server.IndexQuery;
import de.qapix.checks.server.Refusal;
import de.qapix.checks.server.Schema;
import de.qapix.checks.server.ServerDescriber;
import de.qapix.checks.server.Statement;
import de.qapix.checks.server.Suggestion;
import de.qapix.checks.statement.HoleFillings;
import de.qapix.checks.statement.StatementKind;
import de.qapix.checks.text.Library;
import de.qapix.checks.text.Piece;
import de.qapix.sql.SqlTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds everything that is wrong in one text of a query: what the server refuses is noted, replaced
 * by what was probably meant, and the server asked again, until it accepts all the rest.
 */
final class StatementCheck {

  private static final int MOST_STEPS = 300;
  private static final String NOT_UNIQUE = "42725";

  private final ServerDescriber server;
  private final Schema schema;
  private final HoleFillings standIns;
  private final List<QueryError> errors = new ArrayList<>();
  private final Predicate<QueryError> ofItsOwn;
  private final UntypedParameters untyped;
  private final MisplacedValues misplaced;
  private final UnknownSchemas unknownSchemas;
  private boolean uncertain;
  private boolean ofProvider;
  private boolean ownTable;
  private boolean extension;
  private boolean whole;
  private boolean unfinished;

  /**
   * Of a text.
   *
   * @param library that sends it
   * @param ofItsOwn whether a name that the database does not know is one that the file itself
   *     makes
   */
  StatementCheck(
      List<Piece> pieces,
      Optional<Library> library,
      ServerDescriber server,
      Schema schema,
      Predicate<QueryError> ofItsOwn) {
    this.ofItsOwn = ofItsOwn;
    this.server = server;
    this.schema = schema;
    this.unknownSchemas = new UnknownSchemas(schema);
    this.standIns = HoleFillings.of(pieces, schema.relations());
    this.untyped = new UntypedParameters(library, server, standIns);
    this.misplaced = new MisplacedValues(pieces, library, server);
  }

  /**
   * What was found.
   *
   * @param statement the text at which it ended
   * @param skipped why the server has not seen all of it, so that only names were looked up
   * @param unfinished whether it ends too early, as a piece of SQL does
   * @param columns of what it returns; none where that is nothing, or was not found out
   * @param open whether SQL may be hidden where nothing is written
   */
  record Result(
      List<QueryError> errors,
      Statement statement,
      Optional<Skip> skipped,
      boolean unfinished,
      boolean open,
      List<ResultColumn> columns) {
    Result {
      errors = List.copyOf(errors);
      columns = List.copyOf(columns);
    }

    String text() {
      return statement.draft().text();
    }
  }

  /** What the text is, and what it makes. */
  StatementKind kind() {
    return Statement.of(standIns.draft()).kind();
  }

  /** Examines the text, once. */
  Result run() {
    List<QueryError> values = misplaced.errors(standIns);
    if (!values.isEmpty()) {
      return new Result(
          values, statement(), Optional.empty(), false, standIns.hidesSql(), List.of());
    }
    if (standIns.hopeless().isPresent()) {
      return lookUp();
    }
    return run(statement());
  }

  private Result run(Statement first) {
    Statement statement = first;
    for (int step = 0; step < MOST_STEPS; step++) {
      statement = unknownSchemas.leftOut(statement);
      statement = new UnquotedTableNames(schema).repaired(statement, errors);
      ServerDescriber.Answer answer = statement.ask(server);
      Optional<Refusal> refusal = answer.refusal();
      if (refusal.isEmpty()) {
        return accepted(statement, answer);
      }
      Optional<UntypedParameters.Found> parameter = untyped.find(statement, refusal.get());
      if (parameter.isPresent()) {
        parameter.get().error().ifPresent(errors::add);
        statement = parameter.get().repaired();
        continue;
      }
      Optional<Statement> next = next(statement, refusal.get());
      if (next.isEmpty()) {
        return lookUp();
      }
      statement = next.get();
    }
    return lookUp();
  }

  /** The result for a statement that the server accepts. */
  private Result accepted(Statement statement, ServerDescriber.Answer answer) {
    if (extension) {
      return lookUp(statement, false);
    }
    if (errors.isEmpty()) {
      untyped.behindGap(statement).ifPresent(errors::add);
    }
    errors.addAll(untyped.errors(statement, answer.untyped()));
    if (statement.kind().kind() == StatementKind.Kind.UTILITY) {
      errors.addAll(new UtilityCheck(statement, schema).errors());
      return lookUp(statement, true);
    }
    if (statement.kind().kind() == StatementKind.Kind.CHANGE) {
      return changed(statement);
    }
    errors.addAll(deeper(statement));
    boolean asWritten = errors.isEmpty() && !uncertain;
    return new Result(
        errors,
        statement,
        Optional.empty(),
        false,
        standIns.hidesSql(),
        asWritten ? answer.columns() : List.of());
  }

  /** What is wrong in a statement that the server accepts. */
  private List<QueryError> deeper(Statement statement) {
    if (errors.stream().anyMatch(error -> error.kind() != QueryError.Kind.UNTYPED_PARAMETER)
        || uncertain) {
      return List.of();
    }
    List<QueryError> found = new ArrayList<>(new InsertCheck(statement, schema).errors());
    new PlanCheck(server, standIns).error(statement).ifPresent(found::add);
    return found;
  }

  private Statement statement() {
    return Statement.of(standIns.draft()).inner();
  }

  /** The text to ask the server for next; nothing where it cannot be led any further. */
  private Optional<Statement> next(Statement statement, Refusal refused) {
    Optional<Integer> hole = statement.hole(refused.position());
    if (hole.isPresent() && errors.isEmpty()) {
      return standIns.next(hole.get()) ? Optional.of(statement()) : Optional.empty();
    }
    if (hole.isPresent()) {
      return Optional.empty();
    }
    boolean ofTypes = refused.state().equals(NOT_UNIQUE) || untyped.mayFit(statement, refused);
    if (ofTypes && statement.parameters().count() > 0) {
      // With the types that libraries send, it may well be.
      whole = true;
      return Optional.empty();
    }
    ErrorLocation location = Diagnosis.of(statement, refused, schema);
    unfinished |= location.isUnfinished();
    if (refused.position() < 0 && errors.isEmpty() && standIns.nextOfLast()) {
      return Optional.of(statement());
    }
    if (isOpen(location)) {
      if (errors.isEmpty()
          && !uncertain
          && standIns.nextBefore(statement.draft(), refused.position())) {
        return Optional.of(statement());
      }
      if (!location.isMisspelt()) {
        uncertain = true;
        return location.blank();
      }
    }
    return next(location);
  }

  /** Whether what is refused may be right with what a hole is in truth. */
  private boolean isOpen(ErrorLocation location) {
    if (location.cause().certain() || !standIns.guesses()) {
      return false;
    }
    int name = location.cause().first();
    return switch (location.cause().kind()) {
      case UNKNOWN_COLUMN, MISSING_FROM ->
          location
              .statement()
              .spot(name, name + 1)
              .map(spot -> standIns.mayKnow(spot, location.isQualified()))
              .orElse(standIns.hidesSql());
      default -> standIns.hidesSql() || !location.isAboutName();
    };
  }

  /** The same where no other text for the holes helps: what is refused is written there. */
  private Optional<Statement> next(ErrorLocation location) {
    Optional<QueryError> error = location.error(standIns.hidesSql());
    if (error.filter(ofItsOwn).isPresent()) {
      ownTable = true;
      return Optional.empty();
    }
    if (error.filter(StatementCheck::isOfProvider).isPresent()) {
      ofProvider = true;
      return Optional.empty();
    }
    if (new ExtensionStandIns(schema).explain(location)) {
      extension = true;
      return location.withoutExtension();
    }
    boolean guessed =
        extension
            || errors.stream()
                .anyMatch(each -> each.suggestion().filter(Suggestion::sure).isEmpty());
    if (guessed && !location.isAboutName()) {
      // It may be about what was only guessed.
      return Optional.empty();
    }
    error.ifPresent(errors::add);
    return location.repaired();
  }

  private static boolean isOfProvider(QueryError error) {
    return error.kind() == QueryError.Kind.UNKNOWN_FUNCTION
        && OtherDatabase.isOfProvider(error.written());
  }

  /** What can be said without the server. */
  private Result lookUp() {
    return lookUp(unknownSchemas.leftOut(statement()), whole || !errors.isEmpty());
  }

  private Result lookUp(Statement statement, boolean seen) {
    List<QueryError> all = new ArrayList<>(errors);
    for (QueryError found : new NameLookup(statement, schema, standIns.hidesSql()).errors()) {
      ownTable |= ofItsOwn.test(found);
      boolean known = all.stream().anyMatch(each -> each.spot().equals(found.spot()));
      if (!known && !ofItsOwn.test(found)) {
        all.add(found);
      }
    }
    return new Result(
        all,
        statement,
        seen && !ownTable && !ofProvider ? Optional.empty() : Optional.of(why()),
        unfinished,
        standIns.hidesSql(),
        List.of());
  }

  /** Of a table that is not there, nobody knows but that its name is spelt otherwise. */
  private Result changed(Statement statement) {
    Result found = lookUp(statement, true);
    Optional<Statement> index = IndexQuery.of(statement);
    boolean there =
        found.errors().stream().noneMatch(error -> error.kind() == QueryError.Kind.UNKNOWN_TABLE);
    if (there && index.isPresent()) {
      errors.clear();
      errors.addAll(found.errors());
      return run(index.get());
    }
    boolean gone =
        found.errors().stream()
            .filter(error -> error.kind() == QueryError.Kind.UNKNOWN_TABLE)
            .anyMatch(error -> error.suggestion().filter(meant -> isMeant(meant, error)).isEmpty());
    return gone
        ? new Result(
            List.of(),
            found.statement(),
            Optional.of(Skip.DEFINITION),
            false,
            standIns.hidesSql(),
            List.of())
        : found;
  }

  private static boolean isMeant(Suggestion meant, QueryError error) {
    List<String> names = SqlTokens.names(error.written());
    return meant.sure() || meant.isAlmost(names.get(names.size() - 1));
  }

  private Skip why() {
    if (ownTable) {
      return Skip.OWN_TABLE;
    }
    if (ofProvider) {
      return Skip.PROVIDER;
    }
    if (extension) {
      return Skip.EXTENSION;
    }
    return standIns.hopeless().isPresent() ? Skip.TABLE_AT_RUN_TIME : Skip.SQL_AT_RUN_TIME;
  }
}
