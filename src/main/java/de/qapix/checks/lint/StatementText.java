package de.qapix.checks.lint;

import de.qapix.sql.SqlStatement;
import de.qapix.sql.SqlTokens;
import de.qapix.sql.Token;
import java.util.List;

/** Pieces of a statement as they are written. */
final class StatementText {

  private final SqlStatement statement;
  private final SqlTokens words;

  StatementText(SqlStatement statement) {
    this.statement = statement;
    this.words = new SqlTokens(statement.tokens());
  }

  /** The place of the first token that is this word; the number of all where none is. */
  int find(String word) {
    return words.find(0, word);
  }

  /** All of it, with something more behind a token. */
  String with(String more, int token) {
    int end = end(words.at(token));
    return statement.text().substring(0, end) + more + statement.text().substring(end);
  }

  /** What follows the name behind a token, of which ONLY is no part. */
  String behindName(int token) {
    int name = token + (words.is(token + 1, "only") ? 2 : 1);
    return statement.text().substring(end(words.at(words.lastOfName(name))));
  }

  /** The text of some of its tokens. */
  String of(SqlTokens part) {
    Token last = part.at(part.size() - 1);
    return statement.text().substring(part.at(0).offset() - statement.offset(), end(last));
  }

  /** All but some of the clauses behind the first tokens; empty where none is left. */
  String without(int head, List<SqlTokens> clauses) {
    return clauses.isEmpty()
        ? ""
        : statement.text().substring(0, words.at(head).offset() - statement.offset())
            + String.join(", ", clauses.stream().map(this::of).toList());
  }

  private int end(Token token) {
    return token.end() - statement.offset();
  }
}
