package de.qapix.checks.names;

import de.qapix.sql.SqlTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads select lists and RETURNING clauses into a scope. */
final class OutputReader {

  /** Behind these a name is a part of the expression. */
  private static final String[] BEFORE_OPERANDS =
      """
      not and or is in like ilike from collate zone then else when case distinct all any over by
      similar between symmetric interval date timestamp time\
      """
          .split("\\s", -1);

  private final SqlTokens tokens;
  private final QueryScope scope;

  OutputReader(SqlTokens tokens, QueryScope scope) {
    this.tokens = tokens;
    this.scope = scope;
  }

  /** Reads the items between two places. */
  void read(int first, int to) {
    int start = first;
    for (int at = first; at < to; at = tokens.after(at)) {
      if (tokens.isSymbol(at, ',')) {
        item(start, at);
        start = at + 1;
      }
    }
    item(start, to);
  }

  private void item(int first, int end) {
    int last = end - 1;
    if (last < first) {
      return;
    }
    if (tokens.isSymbol(last, '*') && (last == first || tokens.isSymbol(last - 1, '.'))) {
      scope.add(new OutputColumn(Optional.empty(), qualifier(first, last - 1), -1, -1, first, end));
      return;
    }
    boolean alias = last > first && tokens.isName(last) && namesItem(last);
    int origin = alias ? -1 : new NameOrigin(tokens).of(first, end);
    scope.add(
        new OutputColumn(name(first, last), List.of(), alias ? last : -1, origin, first, end));
  }

  private List<String> qualifier(int first, int end) {
    List<String> names = new ArrayList<>();
    for (int at = first; at < end; at++) {
      if (tokens.isName(at)) {
        names.add(tokens.name(at));
      }
    }
    return names;
  }

  /** Whether a name at the end of an item is an alias and not part of the expression. */
  private boolean namesItem(int last) {
    if (tokens.is(last - 1, "as")) {
      return true;
    }
    if (tokens.is(last, "end", "null", "true", "false", "unknown", "zone", "document", "normalized")
        || tokens.is(last, "precision", "varying", "ordinality")) {
      return false;
    }
    return switch (tokens.at(last - 1).kind()) {
      case SYMBOL -> tokens.isSymbol(last - 1, ')') || tokens.isSymbol(last - 1, ']');
      case WORD -> !tokens.is(last - 1, BEFORE_OPERANDS);
      default -> true;
    };
  }

  private Optional<QueryRelation.Name> name(int first, int last) {
    int at = last;
    // The name of a cast is that of what is cast.
    for (int place = first; place < last; place = tokens.after(place)) {
      if (tokens.isSymbol(place, ':') && tokens.isSymbol(place + 1, ':') && !namesItem(last)) {
        at = place - 1;
        break;
      }
    }
    if (tokens.isSymbol(at, ')')) {
      int open = at;
      while (open > first && tokens.closing(open) != at) {
        open--;
      }
      at = open - 1;
    }
    if (at < first || !tokens.isName(at)) {
      return Optional.empty();
    }
    return Optional.of(new QueryRelation.Name(tokens.name(at), tokens.at(at).text()));
  }
}
