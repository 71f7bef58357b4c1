package de.qapix.sql;

import java.util.List;
import java.util.Optional;

/** Reads the tokens of a statement one by one. */
final class Words {

  private final List<Token> tokens;
  private int next;

  Words(List<Token> tokens) {
    this.tokens = tokens;
  }

  /** Goes past these keywords if they come next, all of them and in this order. */
  boolean accept(String... words) {
    for (int i = 0; i < words.length; i++) {
      if (next + i >= tokens.size() || !tokens.get(next + i).is(words[i])) {
        return false;
      }
    }
    next += words.length;
    return true;
  }

  boolean acceptAny(String... words) {
    for (String word : words) {
      if (accept(word)) {
        return true;
      }
    }
    return false;
  }

  boolean acceptSymbol(char symbol) {
    if (atEnd() || !tokens.get(next).isSymbol(symbol)) {
      return false;
    }
    next++;
    return true;
  }

  /** A name with the schemas before it, as it is written; nothing if no name comes next. */
  Optional<String> name() {
    StringBuilder name = new StringBuilder();
    do {
      if (atEnd() || !tokens.get(next).isName()) {
        return Optional.empty();
      }
      name.append(name.isEmpty() ? "" : ".").append(tokens.get(next++).text());
    } while (acceptSymbol('.'));
    return Optional.of(name.toString());
  }

  Optional<Token> take() {
    return atEnd() ? Optional.empty() : Optional.of(tokens.get(next++));
  }

  boolean atEnd() {
    return next >= tokens.size();
  }
}
