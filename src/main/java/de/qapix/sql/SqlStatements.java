package de.qapix.sql;

import java.util.ArrayList;
import java.util.List;

/** Finds the statements of a text; it ends them where psql would. */
public final class SqlStatements {

  private final String sql;
  private final List<SqlStatement> found = new ArrayList<>();
  private final List<Token> current = new ArrayList<>();
  private int parentheses;
  private int blocks;
  private int line = 1;
  private int counted;

  private SqlStatements(String sql) {
    this.sql = sql;
  }

  /** All statements, in their order; empty ones are left out. */
  public static List<SqlStatement> of(String sql) {
    SqlStatements statements = new SqlStatements(sql);
    SqlLexer.tokens(sql).stream()
        .filter(token -> token.kind() != Token.Kind.COMMENT)
        .forEach(statements::add);
    statements.end();
    return List.copyOf(statements.found);
  }

  private void add(Token token) {
    if (token.isSymbol(';') && parentheses == 0 && blocks == 0) {
      end();
      return;
    }
    if (token.isSymbol('(')) {
      parentheses++;
    } else if (token.isSymbol(')')) {
      parentheses = Math.max(0, parentheses - 1);
    } else if (parentheses == 0 || blocks > 0) {
      countBlocks(token);
    }
    current.add(token);
  }

  /** Follows BEGIN ATOMIC to its END, past those of CASE. */
  private void countBlocks(Token token) {
    if (blocks == 0) {
      blocks = token.is("atomic") && last().is("begin") && makesRoutine() ? 1 : 0;
    } else if (token.is("case")) {
      blocks++;
    } else if (token.is("end")) {
      blocks--;
    }
  }

  private boolean makesRoutine() {
    SqlTokens words = new SqlTokens(current);
    words.accept("create");
    words.accept("or", "replace");
    return words.accept("function") || words.accept("procedure");
  }

  private Token last() {
    return current.isEmpty()
        ? new Token(Token.Kind.SYMBOL, ";", 0)
        : current.get(current.size() - 1);
  }

  private void end() {
    if (!current.isEmpty()) {
      int start = current.get(0).offset();
      found.add(
          new SqlStatement(sql.substring(start, last().end()), start, lineAt(start), current));
    }
    current.clear();
    parentheses = 0;
    blocks = 0;
  }

  private int lineAt(int offset) {
    for (; counted < offset; counted++) {
      line += sql.charAt(counted) == '\n' ? 1 : 0;
    }
    return line;
  }
}
