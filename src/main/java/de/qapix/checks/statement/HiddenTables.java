package de.qapix.checks.statement;

import de.qapix.checks.names.ClausePart;
import de.qapix.checks.names.ClausePart.Clause;
import de.qapix.checks.names.ClauseReader;
import de.qapix.checks.names.QueryScope;
import de.qapix.checks.names.QueryScope.Range;
import de.qapix.checks.names.ScopeReader;
import de.qapix.sql.Keywords;
import de.qapix.sql.SqlTokens;
import de.qapix.sql.Token;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Tells where SQL in holes may give a name its meaning: a table can only be joined in FROM, so that
 * what is known of a condition says all about the names around it.
 */
final class HiddenTables {

  private final MappedText text;
  private final SqlTokens tokens;
  private final QueryScope root;
  private final IntPredicate hides;
  private final IntPredicate open;

  /**
   * @param text with marks in the place of its holes
   * @param hides whether SQL may be hidden in the hole of a number
   * @param open whether it may be more than one value
   */
  HiddenTables(MappedText text, IntPredicate hides, IntPredicate open) {
    this.text = text;
    this.tokens = SqlTokens.of(text.text());
    this.root = ScopeReader.read(tokens);
    this.hides = hides;
    this.open = open;
  }

  /**
   * Whether a name may be that of a table, or of a column, which a hole brings in.
   *
   * @param spot where it is written
   * @param qualified whether it is the name of a table, or has one before it
   */
  boolean mayKnow(MappedText.Spot spot, boolean qualified) {
    int place = place(spot);
    if (place < 0) {
      return true;
    }
    return root.at(place)
        .chain()
        .filter(scope -> isVisible(scope, place))
        .anyMatch(scope -> bringsTables(scope) || (!qualified && bringsColumns(scope, place)));
  }

  private int place(MappedText.Spot spot) {
    return IntStream.range(0, tokens.size())
        .filter(
            at ->
                text.spot(tokens.at(at).offset(), tokens.at(at).end())
                    .filter(
                        each ->
                            each.source().equals(spot.source())
                                && each.start() <= spot.start()
                                && spot.start() < each.end())
                    .isPresent())
        .findFirst()
        .orElse(-1);
  }

  /** Neither a common table expression nor a subquery in FROM sees what is beside it there. */
  private boolean isVisible(QueryScope scope, int place) {
    if (root.at(place) == scope) {
      return true;
    }
    return parts(scope).stream()
        .filter(part -> part.holds(place))
        .noneMatch(
            part ->
                isCommonTable(part)
                    || (part.clause() == Clause.FROM && !tokens.is(part.from() - 1, "lateral")));
  }

  private boolean isCommonTable(ClausePart part) {
    return part.clause() == Clause.HEAD && tokens.is(part.from() - 1, "as", "materialized");
  }

  private boolean bringsTables(QueryScope scope) {
    List<ClausePart> parts = parts(scope);
    boolean reads = parts.stream().anyMatch(part -> part.clause() == Clause.FROM);
    return parts.stream()
        .filter(part -> !isQuery(part))
        .filter(part -> part.isSource() || (part.clause() == Clause.LIST && !reads))
        .anyMatch(part -> hides(part) || isAddition(part));
  }

  /** Whether it may go on with FROM behind what is written there. */
  private boolean isAddition(ClausePart part) {
    Token before = tokens.at(part.from() - 1);
    boolean complete =
        switch (before.kind()) {
          case WORD -> !Keywords.expectOperand(before.name());
          case SYMBOL -> before.isSymbol(')');
          default -> true;
        };
    return part.isSource() && complete && isOpen(part.from());
  }

  private boolean isOpen(int place) {
    return HoleMarks.holes(tokens.at(place)).anyMatch(open::test);
  }

  /** A subquery has its own tables; one around which there is nothing else has the same ones. */
  private boolean isQuery(ClausePart part) {
    return tokens.isOpen(part.from())
        && tokens.startsQuery(part.from() + 1)
        && (part.clause() != Clause.HEAD || isCommonTable(part));
  }

  private boolean bringsColumns(QueryScope scope, int place) {
    List<ClausePart> parts = parts(scope);
    boolean sorted =
        parts.stream().anyMatch(part -> part.clause() == Clause.SORTING && part.holds(place));
    return (sorted && parts.stream().anyMatch(this::isOutput))
        || scope.ranges().stream()
            .flatMap(range -> query(range, scope).stream())
            .flatMap(QueryScope::all)
            .flatMap(inside -> parts(inside).stream())
            .filter(part -> !isQuery(part))
            .anyMatch(
                part -> isOutput(part) || isAddition(part) || (part.isSource() && hides(part)));
  }

  /** Whether it may be several columns of a result, with names of their own. */
  private boolean isOutput(ClausePart part) {
    boolean whole =
        tokens.is(part.from() - 1, "select", "distinct", "all")
            || tokens.isSymbol(part.from() - 1, ',')
            || HoleMarks.isIn(tokens.at(part.from() - 1));
    return part.clause() == Clause.LIST
        && whole
        && !tokens.is(part.to(), "as")
        && isOpen(part.from());
  }

  private static Optional<QueryScope> query(Range range, QueryScope scope) {
    return range.name().size() == 1
        ? scope.commonTable(range.name().get(0)).flatMap(Range::query)
        : range.query();
  }

  private boolean hides(ClausePart part) {
    return IntStream.range(part.from(), part.to())
        .mapToObj(tokens::at)
        .filter(token -> token.kind() != Token.Kind.STRING)
        .flatMap(HoleMarks::holes)
        .anyMatch(hides::test);
  }

  private List<ClausePart> parts(QueryScope scope) {
    return ClauseReader.read(tokens, scope);
  }
}
