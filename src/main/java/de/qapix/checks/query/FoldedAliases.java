package de.qapix.checks.query;

import de.qapix.checks.names.AliasReferences;
import de.qapix.checks.names.OutputColumn;
import de.qapix.checks.names.QueryScope;
import de.qapix.checks.server.Schema;
import de.qapix.checks.server.Statement;
import de.qapix.checks.server.Suggestion;
import de.qapix.checks.server.Suggestions;
import de.qapix.checks.statement.MappedText;
import de.qapix.sql.Keywords;
import de.qapix.sql.SqlTokens;
import de.qapix.sql.Token;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds names of a result's columns with capitals that nobody will find again. */
final class FoldedAliases {

  private final Statement statement;
  private final SqlTokens tokens;
  private final boolean open;
  private final Suggestions suggestions;

  FoldedAliases(StatementCheck.Result result, Schema schema) {
    this.statement = result.statement();
    this.tokens = statement.tokens();
    this.open = result.open();
    this.suggestions = new Suggestions(schema);
  }

  List<QueryError> errors() {
    List<QueryError> folded = new ArrayList<>();
    for (OutputColumn output : outputs(statement.root())) {
      Token alias = tokens.at(output.alias());
      boolean mixed =
          output.alias() >= 0
              && alias.kind() == Token.Kind.WORD
              && alias.text().matches("[a-z]\\w*[A-Z]\\w*|[A-Z]\\w*[a-z]\\w*");
      if (mixed) {
        statement
            .spot(output.alias(), output.alias() + 1)
            .map(spot -> folded(output.alias(), spot))
            .ifPresent(folded::add);
      }
    }
    return folded;
  }

  private static List<OutputColumn> outputs(QueryScope root) {
    boolean union =
        root.ranges().size() >= 1
            && root.outputs().size() == 1
            && root.outputs().get(0).name().isEmpty()
            && root.ranges().get(0).query().isPresent()
            && root.ranges().get(0).alias().isEmpty();
    return union ? outputs(root.ranges().get(0).query().get()) : root.outputs();
  }

  private QueryError folded(int alias, MappedText.Spot spot) {
    String written = tokens.at(alias).text();
    Suggestion meant = new Suggestion(Keywords.inQuotes(written), true);
    Optional<Set<MappedText.Spot>> also = references(alias);
    return QueryError.of(QueryError.Kind.FOLDED_ALIAS, spot, written)
        .told(written.toLowerCase(Locale.ROOT), Optional.empty())
        .corrected(
            new QueryError.Correction(
                also.map(any -> spot),
                Optional.of(meant),
                -1,
                Optional.empty(),
                also.orElse(Set.of())));
  }

  /** Where else in the query it is written; nothing where that cannot be known. */
  private Optional<Set<MappedText.Spot>> references(int alias) {
    AliasReferences references = new AliasReferences(tokens, statement.root());
    if (open || references.mayBeIn(at -> statement.hole(tokens.at(at).offset()).isPresent())) {
      return Optional.empty();
    }
    Set<MappedText.Spot> spots = new HashSet<>();
    String name = tokens.name(alias);
    for (int at : references.of(alias, scope -> suggestions.knows(name, scope))) {
      Optional<MappedText.Spot> spot = statement.spot(at, at + 1);
      if (spot.isEmpty()) {
        return Optional.empty();
      }
      spots.add(spot.get());
    }
    return Optional.of(spots);
  }
}
