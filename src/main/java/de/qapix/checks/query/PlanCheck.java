package de.qapix.checks.query;

import de.qapix.checks.names.QueryScope;
import de.qapix.checks.server.Refusal;
import de.qapix.checks.server.ServerDescriber;
import de.qapix.checks.server.Statement;
import de.qapix.checks.statement.HoleFillings;
import de.qapix.sql.SqlTokens;
import java.util.Optional;
import java.util.Set;

/** Finds what only the server's rewriter and planner refuse, where a statement may be planned. */
final class PlanCheck {

  private static final String NO_UNIQUE_INDEX = "42P10";
  private static final String WRONG_STATE = "55000";

  /**
   * What cannot be done whatever the rows are (PostgreSQL's manual, appendix A). All else may come
   * from what an immutable function does, or from the time limit.
   */
  private static final Set<String> FINAL =
      Set.of(NO_UNIQUE_INDEX, WRONG_STATE, "0A000", "42809", "428C9");

  private final ServerDescriber server;
  private final HoleFillings standIns;

  PlanCheck(ServerDescriber server, HoleFillings standIns) {
    this.server = server;
    this.standIns = standIns;
  }

  /** What the planner has against a statement, whose names and types are right. */
  Optional<QueryError> error(Statement statement) {
    SqlTokens tokens = statement.tokens();
    boolean planned =
        server.plans()
            && (tokens.startsQuery(0) || tokens.isOpen(0))
            && (!standIns.guesses() || conflict(tokens, 0) < tokens.size());
    return planned
        ? server
            .planRefusal(statement.draft().text(), statement.parameters().count())
            .filter(PlanCheck::isFinal)
            .flatMap(refused -> error(statement, refused))
        : Optional.empty();
  }

  /** Of this state, what is said of a view is meant, and not that an extension is a stand-in. */
  private static boolean isFinal(Refusal refused) {
    return !refused.inFunction()
        && FINAL.contains(refused.state())
        && (!refused.state().equals(WRONG_STATE) || refused.message().contains(" view "));
  }

  private Optional<QueryError> error(Statement statement, Refusal refused) {
    if (refused.state().equals(NO_UNIQUE_INDEX)) {
      return conflictTarget(statement, refused);
    }
    if (standIns.guesses()) {
      return Optional.empty();
    }
    int place = place(statement, refused);
    return statement
        .spot(place, place + 1)
        .map(
            spot ->
                QueryError.of(QueryError.Kind.REFUSED, spot, statement.written(place, place + 1))
                    .told(refused.message(), refused.hint()));
  }

  /** The one ON CONFLICT clause, if all of it is written. */
  private static Optional<QueryError> conflictTarget(Statement statement, Refusal refused) {
    SqlTokens tokens = statement.tokens();
    int from = conflict(tokens, 0);
    int to = from;
    while (to < tokens.size() && !tokens.is(to, "do")) {
      to = tokens.after(to);
    }
    boolean only = conflict(tokens, from + 1) == tokens.size();
    int end = to;
    return from < end && only
        ? statement
            .spot(from, end)
            .map(
                spot ->
                    QueryError.of(
                            QueryError.Kind.CONFLICT_TARGET, spot, statement.written(from, end))
                        .told(refused.message(), refused.hint()))
        : Optional.empty();
  }

  /** Where ON CONFLICT begins behind a place; the number of tokens if it does not. */
  private static int conflict(SqlTokens tokens, int first) {
    int at = first;
    while (at < tokens.size() && !(tokens.is(at, "on") && tokens.is(at + 1, "conflict"))) {
      at++;
    }
    return at;
  }

  /** What is joined, or written to; else where the statement begins. */
  private static int place(Statement statement, Refusal refused) {
    SqlTokens tokens = statement.tokens();
    if (refused.position() >= 0) {
      return tokens.holding(refused.position());
    }
    for (int at = 0; refused.message().contains("FULL JOIN") && at < tokens.size(); at++) {
      if (tokens.is(at, "full") && tokens.is(at + 1, "join", "outer")) {
        return at;
      }
    }
    return statement
        .root()
        .all()
        .flatMap(scope -> scope.target().stream())
        .map(QueryScope.Range::place)
        .filter(place -> place >= 0)
        .findFirst()
        .orElse(0);
  }
}
