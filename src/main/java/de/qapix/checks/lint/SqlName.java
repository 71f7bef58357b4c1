package de.qapix.checks.lint;

import de.qapix.sql.SqlLexer;
import de.qapix.sql.Token;
import java.util.List;
import java.util.Locale;

/** Names as they are written in SQL, and what the server makes of them. */
final class SqlName {

  /** The schema, if there is one, and the name, as the catalog has them. */
  static List<String> parts(String written) {
    return SqlLexer.tokens(written).stream().filter(Token::isName).map(SqlName::part).toList();
  }

  private static String part(Token token) {
    String text = token.text();
    return token.kind() == Token.Kind.QUOTED_NAME
        ? text.substring(text.indexOf('"') + 1, text.length() - 1).replace("\"\"", "\"")
        : text.toLowerCase(Locale.ROOT);
  }

  private SqlName() {}
}
