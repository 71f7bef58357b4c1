package de.qapix.checks.names;

import de.qapix.sql.SqlTokens;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Finds where the alias of a result's column is used in its own query: alone in ORDER BY, GROUP BY
 * or DISTINCT ON, for inside of an expression it would be a column of a table.
 */
public final class AliasReferences {

  /** What may follow such a name. */
  private static final String[] BEHIND = {
    "asc",
    "desc",
    "nulls",
    "using",
    "limit",
    "offset",
    "fetch",
    "for",
    "having",
    "window",
    "order",
    "union",
    "intersect",
    "except"
  };

  private enum Clause {
    SORTING,
    GROUPING,
    OTHER,
    /** In the parentheses of an expression. */
    INSIDE
  }

  private final SqlTokens tokens;
  private final QueryScope root;
  private final List<Clause> clauses = new ArrayList<>();

  public AliasReferences(SqlTokens tokens, QueryScope root) {
    this.tokens = tokens;
    this.root = root;
    Deque<Clause> open = new ArrayDeque<>(List.of(Clause.OTHER));
    for (int at = 0; at < tokens.size(); at++) {
      follow(at, open);
      clauses.add(open.peek());
    }
  }

  private void follow(int at, Deque<Clause> open) {
    if (tokens.isOpen(at)) {
      open.push(inside(at));
    } else if (tokens.isSymbol(at, ')') && open.size() > 1) {
      open.pop();
    } else if (open.peek() != Clause.INSIDE) {
      begun(at)
          .ifPresent(
              clause -> {
                open.pop();
                open.push(clause);
              });
    }
  }

  private Clause inside(int open) {
    if (tokens.is(open - 1, "on") && tokens.is(open - 2, "distinct")) {
      return Clause.SORTING;
    }
    return tokens.startsQuery(open + 1) ? Clause.OTHER : Clause.INSIDE;
  }

  private Optional<Clause> begun(int at) {
    if (tokens.is(at, "by") && tokens.is(at - 1, "order")) {
      return Optional.of(Clause.SORTING);
    }
    if (tokens.is(at, "by") && tokens.is(at - 1, "group")) {
      return Optional.of(Clause.GROUPING);
    }
    return tokens.is(at, "select", "from", "where", "having", "window", "limit", "offset", "fetch")
        ? Optional.of(Clause.OTHER)
        : Optional.empty();
  }

  /**
   * The places of the tokens.
   *
   * @param alias the token that is the alias
   * @param isColumn whether a table has a column of that name, which GROUP BY would rather mean
   */
  public List<Integer> of(int alias, Predicate<QueryScope> isColumn) {
    QueryScope own = root.at(alias);
    return IntStream.range(0, tokens.size())
        .filter(at -> at != alias && names(at, alias) && isAlone(at))
        .filter(at -> root.at(at) == root || root.at(at) == own)
        .filter(at -> mayBe(at) || (isGrouped(at) && !isColumn.test(root.at(at))))
        .boxed()
        .toList();
  }

  /** Whether a name would rather be an alias than a column: alone in ORDER BY or DISTINCT ON. */
  public boolean mayBe(int place) {
    return clauses.get(place) == Clause.SORTING && isAlone(place);
  }

  private boolean isGrouped(int place) {
    return clauses.get(place) == Clause.GROUPING;
  }

  /** Whether a part of one of these clauses is not known, so that the alias may be used there. */
  public boolean mayBeIn(IntPredicate isUnknown) {
    return IntStream.range(0, tokens.size())
        .filter(at -> clauses.get(at) == Clause.SORTING || isGrouped(at))
        .anyMatch(isUnknown);
  }

  private boolean isAlone(int at) {
    boolean first =
        tokens.is(at - 1, "by") || tokens.isSymbol(at - 1, ',') || tokens.isOpen(at - 1);
    boolean last =
        at + 1 >= tokens.size()
            || tokens.isSymbol(at + 1, ',')
            || tokens.isSymbol(at + 1, ')')
            || tokens.isSymbol(at + 1, ';')
            || tokens.is(at + 1, BEHIND);
    return first && last;
  }

  private boolean names(int at, int alias) {
    return tokens.isName(at) && tokens.name(at).equals(tokens.name(alias));
  }
}
