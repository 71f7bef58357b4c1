package de.qapix.checks.scan;

import de.qapix.checks.text.Hole;
import de.qapix.checks.text.Literal;
import de.qapix.checks.text.Piece;
import de.qapix.checks.text.Query;
import de.qapix.checks.text.QueryFile;
import de.qapix.checks.text.Recipient;
import de.qapix.checks.text.SourceText;
import de.qapix.sql.SqlLexer;
import de.qapix.sql.SqlStatement;
import de.qapix.sql.SqlStatements;
import de.qapix.sql.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads files of SQL as psql does: several statements, its own commands among them. */
public final class SqlFiles {

  private static final Pattern COPY_FROM =
      Pattern.compile("(?is)\\s*copy\\b.*\\bfrom\\s+stdin\\b.*");

  /** Before a name of a table. */
  private static final String[] BEFORE_TABLE = {"from", "join", "into", "update", "table", "only"};

  private SqlFiles() {}

  /** All statements of a file, each as a query, and its comments. */
  public static QueryFile read(SourceText source) {
    String sql = withoutCommands(source.text());
    List<Query> queries = new ArrayList<>();
    for (SqlStatement statement : SqlStatements.of(sql)) {
      int start = statement.offset();
      int end = start + statement.text().length();
      List<Piece> pieces = pieces(source, statement);
      queries.add(Query.of(start, end, pieces, Recipient.OF_SQL_FILE));
    }
    List<QueryFile.Comment> comments =
        SqlLexer.tokens(sql).stream()
            .filter(token -> token.kind() == Token.Kind.COMMENT)
            .map(token -> new QueryFile.Comment(token.text(), token.offset()))
            .toList();
    return new QueryFile(source, queries, comments, List.of());
  }

  /** The text, with a hole where psql would put the name that a variable holds. */
  private static List<Piece> pieces(SourceText source, SqlStatement statement) {
    List<Piece> pieces = new ArrayList<>();
    List<Token> tokens = statement.tokens();
    int from = statement.offset();
    for (int at = 0; at + 1 < tokens.size(); at++) {
      Token name = tokens.get(at + 1);
      boolean variable =
          tokens.get(at).isSymbol(':')
              && (name.kind() == Token.Kind.QUOTED_NAME
                  || (name.kind() == Token.Kind.WORD && isBeforeTable(tokens, at)))
              && name.offset() == tokens.get(at).end()
              && (at == 0 || !tokens.get(at - 1).isSymbol(':'));
      if (variable) {
        pieces.add(text(source, statement, from, tokens.get(at).offset()));
        pieces.add(
            new Hole(
                Hole.Kind.NAME, ":" + name.text(), source, tokens.get(at).offset(), name.end()));
        from = name.end();
      }
    }
    pieces.add(text(source, statement, from, statement.offset() + statement.text().length()));
    return pieces;
  }

  private static boolean isBeforeTable(List<Token> tokens, int at) {
    return at > 0 && Arrays.stream(BEFORE_TABLE).anyMatch(tokens.get(at - 1)::is);
  }

  /** What psql leaves of a part of a statement. */
  private static Literal text(SourceText source, SqlStatement statement, int from, int to) {
    int[] offsets = new int[to - from + 1];
    Arrays.setAll(offsets, at -> from + at);
    String sql = statement.text().substring(from - statement.offset(), to - statement.offset());
    return new Literal(sql, source, offsets);
  }

  /** The same text with blanks for psql's commands, and for rows that are given to COPY. */
  private static String withoutCommands(String sql) {
    if (sql.indexOf('\\') < 0) {
      return sql;
    }
    StringBuilder text = new StringBuilder(rowless(new StringBuilder(sql)));
    int from = 0;
    while (from < text.length()) {
      Optional<Token> command = command(text.substring(from));
      if (command.isEmpty()) {
        return text.toString();
      }
      int start = from + command.get().offset();
      int end = lineEnd(text, start);
      if (sql.startsWith("\\copy", start)) {
        text.setCharAt(start, ' ');
        end(text, end);
        from = end;
        continue;
      }
      blank(text, start, end);
      if (endsStatement(sql, start)) {
        text.setCharAt(start, ';');
      }
      from = end;
    }
    return text.toString();
  }

  /** A command of psql's ends with its line. */
  private static void end(StringBuilder text, int end) {
    if (end < text.length()) {
      text.setCharAt(end, ';');
    }
  }

  private static Optional<Token> command(String text) {
    return SqlLexer.tokens(text).stream().filter(token -> token.isSymbol('\\')).findFirst();
  }

  /** {@code \g} and its like send the statement before them. */
  private static boolean endsStatement(String sql, int start) {
    return sql.startsWith("\\g", start) || sql.startsWith("\\crosstabview", start);
  }

  private static String rowless(StringBuilder text) {
    for (SqlStatement statement : SqlStatements.of(text.toString())) {
      Matcher copy = COPY_FROM.matcher(statement.text());
      int end = statement.offset() + statement.text().length();
      int stop = copy.matches() ? text.indexOf("\n\\.", end) : -1;
      if (stop >= 0) {
        blank(text, lineEnd(text, end), stop + 3);
      }
    }
    return text.toString();
  }

  private static int lineEnd(CharSequence text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) != '\n') {
      at++;
    }
    return at;
  }

  private static void blank(StringBuilder text, int from, int to) {
    for (int at = from; at < to; at++) {
      if (text.charAt(at) != '\n') {
        text.setCharAt(at, ' ');
      }
    }
  }
}
