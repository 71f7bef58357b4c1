package de.qapix.checks.query;

import java.util.Optional;

/**
 * The part of a statement that is to blame for a refusal.
 *
 * @param first the token with which it begins: the name, or the qualifier before it; -1 where the
 *     server names no place
 * @param name the last token of it
 * @param replaceable whether something else can stand there
 */
record ErrorLocation(
    Statement statement,
    Described.Refused refused,
    Mistake.Kind kind,
    int first,
    int name,
    boolean replaceable,
    Optional<Suggestion> suggestion) {

  /** What to tell the user; nothing if it is not written in a place that can be named. */
  Optional<Mistake> mistake() {
    if (first < 0) {
      return wholeStatement();
    }
    // Behind a table that was only guessed nothing more is known.
    return statement
        .spot(name, name + 1)
        .filter(spot -> statement.spot(first, first + 1).isPresent())
        .map(
            spot ->
                new Mistake(
                    kind,
                    spot,
                    statement.spot(first, name + 1),
                    statement.written(first, name + 1),
                    refused.message(),
                    refused.hint(),
                    suggestion.filter(
                        each -> !each.sql().equals(statement.written(first, name + 1)))));
  }

  private Optional<Mistake> wholeStatement() {
    return statement
        .spot(0, 1)
        .map(
            spot ->
                new Mistake(
                    kind,
                    spot,
                    Optional.empty(),
                    statement.written(0, 1),
                    refused.message(),
                    refused.hint(),
                    Optional.empty()));
  }

  /** The statement as it was probably meant, or with nothing in the wrong place. */
  Optional<Statement> repaired() {
    if (first < 0 || !replaceable || statement.spot(name, name + 1).isEmpty()) {
      return Optional.empty();
    }
    return suggestion.map(meant -> statement.with(first, name + 1, meant.sql())).or(this::blank);
  }

  /** The statement without what may be wrong. */
  Optional<Statement> blank() {
    boolean blankable =
        kind == Mistake.Kind.UNKNOWN_COLUMN
            || kind == Mistake.Kind.MISSING_FROM
            || kind == Mistake.Kind.AMBIGUOUS_COLUMN
            || (kind == Mistake.Kind.WRONG_TYPE && replaceable);
    int end = kind == Mistake.Kind.MISSING_FROM ? end(first) : name + 1;
    return first >= 0 && blankable && statement.spot(first, end).isPresent()
        ? Optional.of(statement.with(first, end, "null"))
        : Optional.empty();
  }

  private int end(int from) {
    int last = from;
    while (statement.tokens().isSymbol(last + 1, '.') && statement.tokens().isName(last + 2)) {
      last += 2;
    }
    return statement.tokens().isSymbol(last + 1, '.') && statement.tokens().isSymbol(last + 2, '*')
        ? last + 3
        : last + 1;
  }
}
