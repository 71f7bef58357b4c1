package de.qapix.checks.query;

import de.qapix.checks.server.Refusal;
import de.qapix.checks.server.Statement;
import de.qapix.checks.statement.MappedText;
import java.util.Optional;

/** A refusal, and the part of the statement that is to blame for it. */
record ErrorLocation(Statement statement, Refusal refused, ErrorCause cause) {

  /** Null for ORDER BY, which takes no constant. */
  private static final String SORTED = "(select null)";

  /** Whether it is that a name is not known. */
  boolean isAboutName() {
    return switch (cause.kind()) {
      case UNKNOWN_COLUMN, UNKNOWN_TABLE, UNKNOWN_FUNCTION, UNKNOWN_TYPE, MISSING_FROM -> true;
      default -> false;
    };
  }

  /** Whether it is about the name of a table, or one that has that before it. */
  boolean isQualified() {
    return cause.first() < cause.last() || cause.kind() == QueryError.Kind.MISSING_FROM;
  }

  /**
   * Whether a long name is so close to one which is there that hardly anything else can be meant,
   * whatever stands in holes.
   */
  boolean isMisspelt() {
    if (cause.first() < 0 || !isAboutName()) {
      return false;
    }
    String name = statement.tokens().name(cause.last());
    return cause.repair().suggestion().filter(meant -> meant.isAlmost(name)).isPresent();
  }

  /** Whether there is nothing wrong in it but that it ends too early. */
  boolean isUnfinished() {
    return cause.kind() == QueryError.Kind.SYNTAX && cause.first() < 0 && refused.position() >= 0;
  }

  /**
   * What to tell the user; nothing if it is not written in a place that can be named.
   *
   * @param open whether SQL may be hidden where nothing is written
   */
  Optional<QueryError> error(boolean open) {
    int first = cause.first();
    if (first < 0) {
      return statement.spot(0, 1).map(spot -> error(spot, statement.written(0, 1)));
    }
    int end = cause.last() + 1;
    String written = statement.written(first, end);
    // Behind a table that was only guessed nothing more is known.
    return spot()
        .filter(spot -> statement.spot(first, first + 1).isPresent())
        .map(
            spot ->
                error(spot, written)
                    .corrected(
                        statement.spot(first, end),
                        cause.repair().suggestion().filter(each -> !each.sql().equals(written)))
                    .in(statement.scopeOf(cause.last()), named(open)));
  }

  /** Where the wrong name itself is written: the last, or the schema of a table that is there. */
  private Optional<MappedText.Spot> spot() {
    int last = cause.last();
    boolean inOther =
        cause.kind() == QueryError.Kind.UNKNOWN_TABLE
            && cause.first() < last
            && cause
                .repair()
                .suggestion()
                .filter(meant -> meant.isNamed(statement.tokens().name(last)))
                .isPresent();
    return inOther ? statement.spot(last - 2, last - 1) : statement.spot(last, last + 1);
  }

  private Optional<NamedOutput> named(boolean open) {
    return cause.kind() == QueryError.Kind.UNKNOWN_TABLE
        ? NamedOutput.ofTable(statement, cause.last())
        : NamedOutput.of(statement, cause.last(), open);
  }

  private QueryError error(MappedText.Spot spot, String written) {
    return QueryError.of(cause.kind(), spot, written).told(refused.message(), refused.hint());
  }

  /** The statement as it was probably meant, or with nothing in the wrong place. */
  Optional<Statement> repaired() {
    int end = cause.last() + 1;
    if (cause.first() < 0 || !cause.repair().possible() || statement.spot(end - 1, end).isEmpty()) {
      return Optional.empty();
    }
    return cause
        .repair()
        .suggestion()
        .map(meant -> statement.with(cause.first(), end, meant.sql()))
        .or(this::blank);
  }

  /** The statement without what may be wrong. */
  Optional<Statement> blank() {
    int first = cause.first();
    boolean blankable =
        switch (cause.kind()) {
          case UNKNOWN_COLUMN, MISSING_FROM, AMBIGUOUS_COLUMN -> true;
          case WRONG_TYPE -> cause.repair().possible();
          default -> false;
        };
    int end = cause.kind() == QueryError.Kind.MISSING_FROM ? end(first) : cause.last() + 1;
    return first >= 0 && blankable && statement.spot(first, end).isPresent()
        ? Optional.of(statement.with(first, end, statement.scopeOf(first) < 0 ? SORTED : "null"))
        : Optional.empty();
  }

  /** The statement with a value in the place of a call, or of a type, that it may well be. */
  Optional<Statement> withoutExtension() {
    int first = cause.first();
    int end = cause.last() + 1;
    if (first < 0 || statement.spot(first, first + 1).isEmpty()) {
      return Optional.empty();
    }
    while (statement.tokens().isSymbol(first - 1, '.')) {
      first -= 2;
    }
    return switch (cause.kind()) {
      case UNKNOWN_FUNCTION ->
          statement.tokens().isOpen(end)
              ? Optional.of(statement.with(first, statement.tokens().after(end), "null"))
              : Optional.empty();
      case UNKNOWN_TYPE -> {
        int behind = statement.tokens().isOpen(end) ? statement.tokens().after(end) : end;
        yield Optional.of(statement.with(first, behind, "text"));
      }
      default -> Optional.empty();
    };
  }

  private int end(int from) {
    int end = statement.tokens().afterName(from);
    return statement.tokens().isSymbol(end, '.') && statement.tokens().isSymbol(end + 1, '*')
        ? end + 2
        : end;
  }
}
