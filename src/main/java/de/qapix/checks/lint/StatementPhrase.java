package de.qapix.checks.lint;

import de.qapix.sql.Token;
import de.qapix.sql.Words;
import java.util.ArrayList;
import java.util.List;

/** Part of a statement. What is in parentheses is passed over. */
record StatementPhrase(List<Token> tokens) {

  StatementPhrase {
    tokens = List.copyOf(tokens);
  }

  Words words() {
    return new Words(tokens);
  }

  /** Whether these keywords occur one after the other. */
  boolean has(String... words) {
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      depth += step(tokens.get(i));
      if (depth == 0 && new Words(tokens.subList(i, tokens.size())).accept(words)) {
        return true;
      }
    }
    return false;
  }

  /** The parts between the commas. */
  List<StatementPhrase> split() {
    List<StatementPhrase> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < tokens.size(); i++) {
      depth += step(tokens.get(i));
      if (depth == 0 && tokens.get(i).isSymbol(',')) {
        parts.add(new StatementPhrase(tokens.subList(start, i)));
        start = i + 1;
      }
    }
    parts.add(new StatementPhrase(tokens.subList(start, tokens.size())));
    return parts;
  }

  /** The parts of what the first parentheses hold. */
  List<StatementPhrase> list() {
    int depth = 0;
    int start = 0;
    for (int i = 0; i < tokens.size(); i++) {
      start = depth == 0 && tokens.get(i).isSymbol('(') ? i + 1 : start;
      depth += step(tokens.get(i));
      if (depth == 0 && tokens.get(i).isSymbol(')')) {
        return new StatementPhrase(tokens.subList(start, i)).split();
      }
    }
    return List.of();
  }

  private static int step(Token token) {
    if (token.isSymbol('(')) {
      return 1;
    }
    return token.isSymbol(')') ? -1 : 0;
  }
}
