package de.qapix.sql;

import java.util.List;

/**
 * One statement of a text.
 *
 * @param text from its first token to its last, without the semicolon
 * @param offset where it begins in the whole text, in chars
 * @param line the line on which it begins; the first is 1
 * @param tokens what it consists of, without comments; their offsets are those of the whole text
 */
public record SqlStatement(String text, int offset, int line, List<Token> tokens) {

  public SqlStatement {
    tokens = List.copyOf(tokens);
  }

  /** What it asks for. */
  public Action action() {
    return Actions.of(tokens);
  }

  /** The line of the whole text that the server means by a position, which is 0 for none. */
  public int lineAt(int position) {
    return line
        + (int)
            text.codePoints()
                .limit(Math.max(0, position - 1))
                .filter(character -> character == '\n')
                .count();
  }
}
