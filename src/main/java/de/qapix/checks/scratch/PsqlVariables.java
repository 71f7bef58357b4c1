package de.qapix.checks.scratch;

import static de.qapix.checks.scratch.MigrationFolderException.Kind.NO_VALUE;

import de.qapix.checks.text.SourceText;
import de.qapix.sql.Keywords;
import de.qapix.sql.SqlLexer;
import de.qapix.sql.Token;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** The variables of psql in a script: {@code :name}, {@code :'name'} and {@code :"name"}. */
final class PsqlVariables {

  private final Map<String, String> values;

  PsqlVariables(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  /** The text with their values; one without a value is an error. */
  String resolve(String text, Path file) {
    if (text.indexOf(':') < 0) {
      return text;
    }
    List<Token> tokens = SqlLexer.tokens(text);
    StringBuilder resolved = new StringBuilder(text.length());
    int done = 0;
    int brackets = 0;
    for (int at = 0; at + 1 < tokens.size(); at++) {
      Token token = tokens.get(at);
      brackets += token.isSymbol('[') ? 1 : token.isSymbol(']') ? -1 : 0;
      if (token.offset() >= done && brackets <= 0 && isVariable(tokens, at)) {
        Token name = tokens.get(at + 1);
        resolved.append(text, done, token.offset()).append(value(name, text, file));
        done = name.end();
      }
    }
    return resolved.append(text, done, text.length()).toString();
  }

  /** In brackets, a colon stands between the bounds of a slice. */
  private static boolean isVariable(List<Token> tokens, int at) {
    Token name = tokens.get(at + 1);
    boolean afterColon =
        at > 0
            && tokens.get(at - 1).isSymbol(':')
            && tokens.get(at - 1).end() == tokens.get(at).offset();
    return tokens.get(at).isSymbol(':')
        && !afterColon
        && name.offset() == tokens.get(at).end()
        && switch (name.kind()) {
          case WORD, QUOTED_NAME -> true;
          case STRING -> name.text().startsWith("'");
          default -> false;
        };
  }

  private String value(Token name, String text, Path file) {
    String called =
        name.kind() == Token.Kind.WORD
            ? name.text()
            : name.text().substring(1, name.text().length() - 1);
    String value = values.get(called);
    if (value == null) {
      int line = new SourceText(file.toString(), text).lineOf(name.offset());
      throw new MigrationFolderException(NO_VALUE, file, called, OptionalInt.of(line));
    }
    return switch (name.kind()) {
      case QUOTED_NAME -> Keywords.inQuotes(value);
      case STRING -> "'" + value.replace("'", "''") + "'";
      default -> value;
    };
  }
}
