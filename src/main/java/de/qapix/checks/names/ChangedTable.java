package de.qapix.checks.names;

import de.qapix.sql.SqlTokens;

/** Which table a definition needs: the one that it changes, drops, or makes something of. */
public final class ChangedTable {

  private ChangedTable() {}

  /** The place of its name; -1 where there is none, or it need not be there. */
  public static int in(SqlTokens tokens) {
    if (tokens.is(0, "alter", "drop") && tokens.is(1, "table")) {
      return named(tokens, tokens.is(2, "only") ? 3 : 2);
    }
    if (tokens.is(0, "create") && tokens.is(tokens.is(1, "unique") ? 2 : 1, "index")) {
      int on = tokens.find(0, "on") + 1;
      return named(tokens, tokens.is(on, "only") ? on + 1 : on);
    }
    return -1;
  }

  private static int named(SqlTokens tokens, int at) {
    return tokens.isName(at) && !tokens.is(at, "if") ? at : -1;
  }
}
