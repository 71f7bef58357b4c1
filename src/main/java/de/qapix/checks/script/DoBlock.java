package de.qapix.checks.script;

import de.qapix.sql.ServerRefusal;
import de.qapix.sql.SqlLexer;
import de.qapix.sql.SqlStatement;
import de.qapix.sql.SqlStatements;
import de.qapix.sql.Token;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The code of a DO, out of which single statements can be taken. */
final class DoBlock {

  private static final Pattern WHERE =
      Pattern.compile(
          "SQL statement \"(?<sql>.*)\"\\s+PL/pgSQL function inline_code_block line (?<line>\\d+)"
              + " at (?<how>EXECUTE|SQL statement|PERFORM)",
          Pattern.DOTALL);
  private static final String NOTHING = "null";

  private DoBlock() {}

  /** The statement that a DO itself was about to run when it failed; empty for other failures. */
  static Optional<SqlStatement> failed(ServerRefusal refusal) {
    Matcher where = WHERE.matcher(refusal.where());
    return where.lookingAt()
        ? SqlStatements.of(where.group("sql")).stream().findFirst()
        : Optional.empty();
  }

  /** The DO without that statement; empty where it is not found in it. */
  static Optional<String> without(SqlStatement block, ServerRefusal refusal) {
    Matcher where = WHERE.matcher(refusal.where());
    Optional<Token> code =
        block.tokens().stream()
            .filter(token -> token.kind() == Token.Kind.STRING && token.text().startsWith("$"))
            .findFirst();
    if (!where.lookingAt() || code.isEmpty()) {
      return Optional.empty();
    }
    int quote = code.get().text().indexOf('$', 1) + 1;
    String body = code.get().text().substring(quote, code.get().text().length() - quote);
    int line = Integer.parseInt(where.group("line"));
    String how = where.group("how");
    String begins = how.equals("SQL statement") ? where.group("sql").strip() : how;
    int base = code.get().offset() - block.offset() + quote;
    return span(body, line, begins)
        .map(span -> Blanks.replace(block.text(), base + span[0], base + span[1], NOTHING));
  }

  /** Where the first statement from a line on begins and ends that begins like this. */
  private static Optional<int[]> span(String body, int line, String begins) {
    int from = 0;
    for (int skipped = 1; skipped < line; skipped++) {
      from = body.indexOf('\n', from) + 1;
    }
    List<Token> tokens = SqlLexer.tokens(body);
    int start = -1;
    for (Token token : tokens) {
      boolean here =
          token.offset() >= from
              && token.kind() != Token.Kind.COMMENT
              && body.regionMatches(true, token.offset(), begins, 0, begins.length());
      if (start < 0 && here) {
        start = token.offset();
      }
      if (start >= 0 && token.isSymbol(';')) {
        return Optional.of(new int[] {start, token.offset()});
      }
    }
    return Optional.empty();
  }
}
