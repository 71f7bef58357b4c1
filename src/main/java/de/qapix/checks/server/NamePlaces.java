package de.qapix.checks.server;

import de.qapix.checks.names.QueryScope;
import de.qapix.sql.SqlTokens;
import java.util.ArrayList;
import java.util.List;

/** Finds the name that is meant where the server gives the place of something around it. */
public final class NamePlaces {

  private final Statement statement;
  private final SqlTokens tokens;
  private final Suggestions suggestions;

  public NamePlaces(Statement statement, Suggestions suggestions) {
    this.statement = statement;
    this.tokens = statement.tokens();
    this.suggestions = suggestions;
  }

  /** The first name that is not known in USING (..), for which the server gives no place. */
  public int inUsing() {
    for (int at = 0; at < tokens.size(); at++) {
      if (tokens.is(at, "using") && tokens.isOpen(at + 1)) {
        for (int inside = at + 2; inside < tokens.closing(at + 1); inside++) {
          boolean known = suggestions.knows(tokens.name(inside), statement.root().at(inside));
          if (tokens.isName(inside) && !known) {
            return inside;
          }
        }
      }
    }
    return -1;
  }

  /** Whether the name that begins at a place is one that SET assigns to. */
  public boolean isAssigned(int first) {
    boolean begins =
        tokens.is(first - 1, "set") || tokens.isSymbol(first - 1, ',') || tokens.isOpen(first - 1);
    int next = tokens.lastOfName(first) + 1;
    return begins && (tokens.isSymbol(next, '=') || tokens.isSymbol(next, '['));
  }

  /** Whether what stands before the last dot is a table; otherwise it is a column with fields. */
  public boolean belongsToTable(int first, QueryScope scope) {
    for (int at = first; at < tokens.lastOfName(first); at += 2) {
      if (scope.range(tokens.name(at)).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** The first name that is not known in a list, of which the server gives only the beginning. */
  public int unknownIn(int first, QueryScope scope) {
    for (int at = first + 1; at < tokens.closing(first); at++) {
      if (tokens.isName(at)
          && !tokens.isOpen(at + 1)
          && !suggestions.knows(tokens.name(at), scope)) {
        return at;
      }
    }
    return first;
  }

  /** The names from one to another that are joined by dots. */
  public List<String> names(int from, int to) {
    List<String> names = new ArrayList<>();
    for (int at = from; at <= to; at += 2) {
      names.add(tokens.name(at));
    }
    return names;
  }

  /**
   * Whether what stands on the other side of a comparison with a name is just that: a column is
   * hardly ever compared with itself.
   */
  public boolean isOtherSide(int first, int name, String sql) {
    int before = tokens.isSymbol(first - 3, '.') ? first - 4 : first - 2;
    int after = tokens.isSymbol(name + 3, '.') ? name + 5 : name + 3;
    return (tokens.isSymbol(first - 1, '=') && before >= 0 && isWritten(before, first - 1, sql))
        || (tokens.isSymbol(name + 1, '=')
            && after <= tokens.size()
            && isWritten(name + 2, after, sql));
  }

  private boolean isWritten(int from, int to, String sql) {
    return statement.written(from, to).equals(sql);
  }
}
