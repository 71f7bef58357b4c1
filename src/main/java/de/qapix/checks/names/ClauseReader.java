package de.qapix.checks.names;

import de.qapix.checks.names.ClausePart.Clause;
import de.qapix.sql.SqlTokens;
import java.util.ArrayList;
import java.util.List;

/** Tells of each piece of a query which of its clauses it belongs to. */
public final class ClauseReader {

  private final SqlTokens tokens;

  private ClauseReader(SqlTokens tokens) {
    this.tokens = tokens;
  }

  /** What a query consists of at its own level. */
  public static List<ClausePart> read(SqlTokens tokens, QueryScope scope) {
    ClauseReader reader = new ClauseReader(tokens);
    List<ClausePart> parts = new ArrayList<>();
    Clause clause = Clause.HEAD;
    for (int at = scope.from(); at < scope.to(); at = tokens.after(at)) {
      clause = reader.begun(at, clause);
      parts.add(new ClausePart(clause, at, tokens.after(at)));
    }
    return parts;
  }

  private Clause begun(int at, Clause before) {
    if (tokens.is(at, "union", "intersect", "except")) {
      return Clause.HEAD;
    }
    if (tokens.is(at, "select")) {
      return Clause.LIST;
    }
    boolean written = tokens.is(at, "insert", "update", "delete", "merge");
    boolean read = tokens.is(at, "from") && !tokens.is(at - 1, "distinct");
    if (read || (written && before == Clause.HEAD)) {
      return Clause.FROM;
    }
    if (tokens.is(at, "group", "order") && tokens.is(at + 1, "by")) {
      return Clause.SORTING;
    }
    boolean other =
        tokens.is(at, "set", "where", "having", "window", "limit", "offset", "fetch", "for")
            || tokens.is(at, "returning", "values", "when")
            || (tokens.is(at, "on") && tokens.is(at + 1, "conflict"));
    return other ? Clause.OTHER : before;
  }
}
