package de.qapix.sql;

import java.util.List;
import java.util.Optional;

/** Reads the tokens of a statement one by one. */
public final class Words {

  private final List<Token> tokens;
  private int next;

  public Words(List<Token> tokens) {
    this.tokens = tokens;
  }

  /** Goes past these keywords if they come next, all of them and in this order. */
  public boolean accept(String... words) {
    for (int i = 0; i < words.length; i++) {
      if (next + i >= tokens.size() || !tokens.get(next + i).is(words[i])) {
        return false;
      }
    }
    next += words.length;
    return true;
  }

  public boolean acceptAny(String... words) {
    for (String word : words) {
      if (accept(word)) {
        return true;
      }
    }
    return false;
  }

  public boolean acceptSymbol(char symbol) {
    if (atEnd() || !tokens.get(next).isSymbol(symbol)) {
      return false;
    }
    next++;
    return true;
  }

  /** A name with the schemas before it, as it is written; nothing if no name comes next. */
  public Optional<String> name() {
    StringBuilder name = new StringBuilder();
    do {
      if (atEnd() || !tokens.get(next).isName()) {
        return Optional.empty();
      }
      name.append(name.isEmpty() ? "" : ".").append(tokens.get(next++).text());
    } while (acceptSymbol('.'));
    return Optional.of(name.toString());
  }

  public Optional<Token> take() {
    return atEnd() ? Optional.empty() : Optional.of(tokens.get(next++));
  }

  /** What has not been read yet. */
  public List<Token> rest() {
    return tokens.subList(next, tokens.size());
  }

  public boolean atEnd() {
    return next >= tokens.size();
  }
}
