package de.qapix.checks.query;

import static java.util.stream.Collectors.toSet;

import de.qapix.checks.names.OutputColumn;
import de.qapix.checks.names.QueryScope;
import de.qapix.checks.server.Statement;
import de.qapix.checks.statement.MappedText;
import de.qapix.sql.Keywords;
import de.qapix.sql.SqlTokens;
import de.qapix.sql.Token;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What has its name from a word that is wrong, and keeps it for others: a column of a result, or a
 * table.
 *
 * @param word as it is written
 * @param last where the last token of its expression is written, behind which an alias can stand;
 *     nothing where something else may be in between
 * @param lastText that token
 */
record NamedOutput(Token word, Optional<MappedText.Spot> last, String lastText) {

  /**
   * The column that has its name from a token, if somebody can see it.
   *
   * @param open whether SQL may be hidden where nothing is written
   */
  static Optional<NamedOutput> of(Statement statement, int place, boolean open) {
    SqlTokens tokens = statement.tokens();
    QueryScope scope = statement.root().at(place);
    return scope.outputs().stream()
        .filter(output -> output.origin() == place && isSeen(scope, tokens))
        .findFirst()
        .map(output -> of(statement, output, open));
  }

  private static NamedOutput of(Statement statement, OutputColumn output, boolean open) {
    int last = output.to() - 1;
    Optional<MappedText.Spot> spot =
        statement
            .spot(last, output.to())
            .filter(any -> !open || statement.isUnbroken(last, output.to()));
    return new NamedOutput(
        statement.tokens().at(output.origin()), spot, statement.written(last, output.to()));
  }

  /**
   * A table without an alias, by whose name something else in the query is addressed.
   *
   * @param place of its name
   */
  static Optional<NamedOutput> ofTable(Statement statement, int place) {
    SqlTokens tokens = statement.tokens();
    String name = tokens.name(place);
    Set<Integer> ranges =
        statement.root().allRanges().map(QueryScope.Range::place).collect(toSet());
    boolean aliased = tokens.is(place + 1, "as") || tokens.name(place + 1).equals(name);
    boolean used =
        IntStream.range(0, tokens.size())
            .filter(at -> at != place && !ranges.contains(at) && !tokens.isSymbol(at - 1, '.'))
            .anyMatch(at -> tokens.isName(at) && tokens.name(at).equals(name));
    boolean own =
        statement.root().at(place).ranges().stream().anyMatch(range -> range.alias().equals(name));
    return used && own && !aliased && !Keywords.isReserved(name)
        ? statement
            .spot(place, place + 1)
            .map(
                spot ->
                    new NamedOutput(tokens.at(place), Optional.of(spot), tokens.at(place).text()))
        : Optional.empty();
  }

  /** Whether anybody can refer to the columns by their names: where only values count, none can. */
  private static boolean isSeen(QueryScope scope, SqlTokens tokens) {
    int before = scope.from() - 1;
    if (before < 0) {
      return true;
    }
    if (!tokens.isOpen(before)) {
      boolean further = tokens.is(before, "union", "intersect", "except", "all", "distinct");
      boolean inserted = scope.outer().flatMap(QueryScope::target).isPresent();
      return !further && !inserted;
    }
    return !tokens.is(before - 1, "in", "exists", "any", "some", "all", "array")
        && "=<>".indexOf(tokens.at(before - 1).text().charAt(0)) < 0;
  }
}
