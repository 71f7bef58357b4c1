package de.qapix.checks.statement;

import de.qapix.checks.text.Hole;
import de.qapix.checks.text.Piece;
import de.qapix.sql.SqlTokens;
import de.qapix.sql.Token;
import java.util.List;
import java.util.Set;

/** Tells whether a result may have other columns than with what was put into the holes. */
public final class HiddenColumns {

  private static final String[] BEHIND_FROM = {
    "where", "group", "having", "window", "order", "limit", "offset", "fetch", "for"
  };
  private static final String[] BEHIND_LIST = {"from", "into", "union", "intersect", "except"};
  private static final Set<Hole.Kind> VALUES =
      Set.of(
          Hole.Kind.VALUE, Hole.Kind.VALUES_IN_PARENTHESES, Hole.Kind.ROWS, Hole.Kind.ASSIGNMENTS);

  private final List<Hole> holes;
  private final SqlTokens tokens;

  private HiddenColumns(List<Piece> pieces) {
    this.holes = pieces.stream().filter(Hole.class::isInstance).map(Hole.class::cast).toList();
    this.tokens = HoleMarks.tokens(pieces);
  }

  /** Whether a hole stands where it can add columns, or give them names. */
  public static boolean possible(List<Piece> written) {
    HiddenColumns columns = new HiddenColumns(LibraryMarks.asHoles(written));
    return !columns.holes.isEmpty() && columns.possible();
  }

  /** Whether any hole is more than a value or the schema of a table, as a condition may be. */
  public static boolean hidesSql(List<Piece> written) {
    HiddenColumns columns = new HiddenColumns(LibraryMarks.asHoles(written));
    return columns.hides(0, columns.tokens.size());
  }

  private boolean possible() {
    int verb = next(0, tokens.size(), "select", "insert", "update", "delete", "merge");
    boolean select = tokens.is(verb, "select");
    int list = select ? verb + 1 : next(verb, tokens.size(), "returning") + 1;
    int end = select ? endOfList(list) : tokens.size();
    if (verb == tokens.size()) {
      return hides(0, verb);
    }
    boolean star = false;
    for (int at = list; at < end; at = tokens.after(at)) {
      star |= tokens.isSymbol(at, '*') && (at + 1 >= end || tokens.isSymbol(at + 1, ','));
      if (isOpen(at)) {
        return true;
      }
    }
    return star && hides(0, select ? next(end, tokens.size(), BEHIND_FROM) : tokens.size());
  }

  private int endOfList(int first) {
    return Math.min(
        next(first, tokens.size(), BEHIND_LIST), next(first, tokens.size(), BEHIND_FROM));
  }

  /** The first of these words outside of parentheses. */
  private int next(int from, int to, String... words) {
    return Math.min(tokens.find(from, words), to);
  }

  private boolean hides(int from, int to) {
    for (int at = from; at < to; at++) {
      if (isOpen(at) && !isSchema(at) && !isList(at)) {
        return true;
      }
    }
    return false;
  }

  /** Of several values each would be a column, but only in the list of these. */
  private boolean isList(int place) {
    return HoleMarks.holes(tokens.at(place))
        .allMatch(hole -> holes.get(hole).kind() == Hole.Kind.VALUES);
  }

  /** What stands before the name of a table says only where that is. */
  private boolean isSchema(int place) {
    return tokens.isSymbol(place + 1, '.') && tokens.is(place - 1, "from", "join");
  }

  /** Whether something stands there that may be more than a value. */
  private boolean isOpen(int place) {
    Token token = tokens.at(place);
    return token.kind() != Token.Kind.STRING
        && HoleMarks.holes(token).anyMatch(hole -> !VALUES.contains(holes.get(hole).kind()));
  }
}
