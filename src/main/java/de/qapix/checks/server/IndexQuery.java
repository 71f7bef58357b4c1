package de.qapix.checks.server;

import de.qapix.checks.names.ChangedTable;
import de.qapix.checks.statement.MappedText;
import de.qapix.sql.SqlTokens;
import java.util.Optional;

/**
 * The query that reads what an index is made of: the server looks at the columns in the expressions
 * and in the condition of {@code CREATE INDEX} only when it makes one.
 */
public final class IndexQuery {

  private final SqlTokens tokens;
  private MappedText text;

  private IndexQuery(Statement index) {
    this.tokens = index.tokens();
    this.text = index.draft();
  }

  /** That of a statement; nothing of one that makes no index. */
  public static Optional<Statement> of(Statement statement) {
    SqlTokens tokens = statement.tokens();
    int table = ChangedTable.in(tokens);
    int open = table < 0 ? 0 : tokens.afterName(table);
    open += tokens.is(open, "using") ? 2 : 0;
    boolean index = tokens.is(0, "create") && tokens.isOpen(open);
    return index && tokens.closing(open) < tokens.size()
        ? Optional.of(new IndexQuery(statement).read(table, open))
        : Optional.empty();
  }

  /** Each part is replaced from the end on, so that those before it stay where they are. */
  private Statement read(int table, int open) {
    int close = tokens.closing(open);
    int where = tokens.find(close, "where");
    replace(close, where, ") expressions ");
    int end = close;
    for (int at = close; at > open; at--) {
      if (at == close || (tokens.isSymbol(at, ',') && isOutside(at, open))) {
        end = at;
      }
      boolean first = at - 1 == open || (tokens.isSymbol(at - 1, ',') && isOutside(at - 1, open));
      if (first) {
        element(at, end);
      }
    }
    replace(tokens.afterName(table), open + 1, ", lateral (select ");
    replace(0, table, "select 1 from ");
    return Statement.of(text);
  }

  private boolean isOutside(int place, int open) {
    int at = open + 1;
    while (at < place) {
      at = tokens.after(at);
    }
    return at == place;
  }

  /** Columns by themselves are looked up; behind an expression stands how it is sorted. */
  private void element(int first, int end) {
    int behind = tokens.isOpen(first) ? first : tokens.afterName(first);
    if (tokens.isOpen(behind)) {
      replace(tokens.after(behind), end, " ");
    } else {
      replace(first, end, "1");
    }
  }

  private void replace(int from, int to, String other) {
    if (from < to) {
      text = text.replace(tokens.at(from).offset(), tokens.at(to - 1).end(), other);
    }
  }
}
