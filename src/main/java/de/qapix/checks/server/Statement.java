package de.qapix.checks.server;

import de.qapix.checks.names.AliasReferences;
import de.qapix.checks.names.QueryScope;
import de.qapix.checks.names.ScopeReader;
import de.qapix.checks.statement.MappedText;
import de.qapix.checks.statement.Parameters;
import de.qapix.checks.statement.StatementKind;
import de.qapix.sql.SqlTokens;
import java.util.Optional;

/** A text as the server gets it, and what can be told from reading it. */
public final class Statement {

  private final MappedText draft;
  private final Parameters parameters;
  private final SqlTokens tokens;
  private final QueryScope root;

  private Statement(Parameters parameters) {
    this.parameters = parameters;
    this.draft = parameters.draft();
    this.tokens = SqlTokens.of(draft.text());
    this.root = ScopeReader.read(tokens);
  }

  public static Statement of(MappedText draft) {
    return new Statement(Parameters.in(draft));
  }

  public StatementKind kind() {
    return StatementKind.of(tokens);
  }

  /** The query inside of it, if it holds one that the server does not look at by itself. */
  public Statement inner() {
    StatementKind kind = kind();
    return kind.kind() == StatementKind.Kind.WRAPPED_QUERY && kind.from() < kind.to()
        ? of(draft.part(tokens.at(kind.from()).offset(), tokens.at(kind.to() - 1).end()))
        : this;
  }

  public ServerDescriber.Answer ask(ServerDescriber server) {
    return server.describe(draft.text(), parameters.count());
  }

  public MappedText draft() {
    return draft;
  }

  public SqlTokens tokens() {
    return tokens;
  }

  public QueryScope root() {
    return root;
  }

  public Parameters parameters() {
    return parameters;
  }

  /** The hole for which the char at a place stands in; of a token, any char counts. */
  public Optional<Integer> hole(int position) {
    int place = position < 0 ? -1 : tokens.holding(position);
    if (place < 0) {
      return Optional.empty();
    }
    for (int at = tokens.at(place).offset(); at < tokens.at(place).end(); at++) {
      Optional<Integer> hole = draft.hole(at);
      if (hole.isPresent()) {
        return hole;
      }
    }
    return Optional.empty();
  }

  /** Where the tokens from one to before another are written. */
  public Optional<MappedText.Spot> spot(int from, int to) {
    return from < 0 || to > tokens.size()
        ? Optional.empty()
        : draft.spot(tokens.at(from).offset(), tokens.at(to - 1).end());
  }

  /**
   * The query whose tables a name is about, by the number of its first token; -1 where it may be an
   * alias of the result.
   */
  public int scopeOf(int place) {
    return new AliasReferences(tokens, root).mayBe(place) ? -1 : root.at(place).from();
  }

  /** Whether nothing can be hidden between the end of a token and the beginning of another. */
  public boolean isUnbroken(int one, int other) {
    return draft.isUnbroken(
        tokens.at(one).end() - 1,
        other < tokens.size() ? tokens.at(other).offset() + 1 : draft.text().length());
  }

  /** The text of the tokens from one to before another, as it is written. */
  public String written(int from, int to) {
    return draft.text().substring(tokens.at(from).offset(), tokens.at(to - 1).end());
  }

  /** The same with another text for these tokens. */
  public Statement with(int from, int to, String other) {
    return of(draft.replace(tokens.at(from).offset(), tokens.at(to - 1).end(), other));
  }
}
