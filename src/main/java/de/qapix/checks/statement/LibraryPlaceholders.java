package de.qapix.checks.statement;

import de.qapix.sql.Token;
import java.util.List;

/** Parameters that are written in the ways of single libraries. */
final class LibraryPlaceholders {

  private static final String OPENING = "<{(/[";
  private static final String CLOSING = ">})/]";

  private LibraryPlaceholders() {}

  /**
   * Where {@code $name} (Sequelize) or {@code $<name>} (pg-promise, with any brackets) ends that
   * begins with a token; 0 if none does.
   */
  static int dollarName(List<Token> tokens, int at) {
    if (isWordRightBehind(tokens, at)) {
      return tokens.get(at + 1).end();
    }
    boolean bracket = at + 3 < tokens.size() && touches(tokens, at + 1);
    int kind = bracket ? OPENING.indexOf(tokens.get(at + 1).text().charAt(0)) : -1;
    return kind >= 0
            && tokens.get(at + 1).kind() == Token.Kind.SYMBOL
            && isWordRightBehind(tokens, at + 1)
            && tokens.get(at + 3).isSymbol(CLOSING.charAt(kind))
        ? tokens.get(at + 3).end()
        : 0;
  }

  /** Where {@code sqlc.arg(name)} or {@code sqlc.narg(name)} ends; 0 if there is none. */
  static int sqlc(List<Token> tokens, int at) {
    boolean found =
        at + 5 < tokens.size()
            && tokens.get(at).is("sqlc")
            && tokens.get(at + 1).isSymbol('.')
            && tokens.get(at + 3).isSymbol('(')
            && tokens.get(at + 5).isSymbol(')');
    return found ? tokens.get(at + 5).end() : 0;
  }

  private static boolean isWordRightBehind(List<Token> tokens, int at) {
    return at + 1 < tokens.size()
        && tokens.get(at + 1).kind() == Token.Kind.WORD
        && touches(tokens, at + 1);
  }

  private static boolean touches(List<Token> tokens, int at) {
    return tokens.get(at - 1).end() == tokens.get(at).offset();
  }
}
