package de.qapix.checks.names;

import de.qapix.sql.SqlTokens;
import de.qapix.sql.Token;

/**
 * Tells which word in an expression gives its name to the column of a result, where no alias does:
 * what PostgreSQL's {@code FigureColname} takes.
 */
final class NameOrigin {

  /** Words that go on with the name of a type. */
  private static final String[] OF_TYPES = {
    "precision",
    "varying",
    "with",
    "without",
    "time",
    "zone",
    "year",
    "month",
    "day",
    "hour",
    "minute",
    "second",
    "to"
  };

  private static final String[] NO_NAMES = {
    "not", "exists", "array", "row", "select", "all", "distinct", "any", "some"
  };

  private static final String[] CONSTANTS = {"null", "true", "false"};

  private final SqlTokens tokens;

  NameOrigin(SqlTokens tokens) {
    this.tokens = tokens;
  }

  /**
   * How far an expression is read.
   *
   * @param place of the word that names it; -1 where none does
   * @param weak whether the type of a cast would rather name it
   * @param next the place behind it
   */
  private record Reading(int place, boolean weak, int next) {}

  /** The place of the word, in the tokens from one to before another; -1 where there is none. */
  int of(int first, int end) {
    return read(first, end).place();
  }

  private Reading read(int first, int end) {
    Reading reading = primary(first, end);
    while (reading.next() < end) {
      Reading further = postfix(reading, end);
      if (further.next() == reading.next()) {
        // An operator: nothing names that.
        return new Reading(-1, true, end);
      }
      reading = further;
    }
    return reading;
  }

  private Reading primary(int first, int end) {
    if (tokens.isOpen(first)) {
      int close = Math.min(tokens.closing(first), end);
      boolean subquery = tokens.startsQuery(first + 1);
      Reading inside = subquery ? new Reading(-1, false, close) : read(first + 1, close);
      return new Reading(inside.place(), inside.weak(), close + 1);
    }
    if (tokens.is(first, "case")) {
      return cases(first, end);
    }
    if (tokens.is(first, "cast") && tokens.isOpen(first + 1)) {
      return cast(first + 1);
    }
    if (tokens.is(first, NO_NAMES)) {
      return new Reading(-1, true, first);
    }
    if (tokens.isName(first) && !tokens.is(first, CONSTANTS)) {
      return named(first);
    }
    boolean constant = tokens.at(first).kind() != Token.Kind.SYMBOL;
    return new Reading(-1, true, constant ? first + 1 : first);
  }

  private Reading named(int first) {
    int last = tokens.lastOfName(first);
    if (tokens.isOpen(last + 1)) {
      int next = tokens.after(last + 1);
      while (tokens.is(next, "filter", "within", "over", "group")) {
        next = tokens.isOpen(next + 1) || !tokens.is(next, "over") ? next + 1 : next + 2;
        next = tokens.isOpen(next) ? tokens.after(next) : next;
      }
      return new Reading(last, false, next);
    }
    return tokens.at(last + 1).kind() == Token.Kind.STRING
        ? new Reading(last, true, last + 2)
        : new Reading(last, false, last + 1);
  }

  /** The name of CASE is that of its ELSE. */
  private Reading cases(int first, int end) {
    int depth = 0;
    int otherwise = -1;
    int at = first;
    for (; at < end; at = tokens.after(at)) {
      depth += tokens.is(at, "case") ? 1 : tokens.is(at, "end") ? -1 : 0;
      if (depth == 0) {
        break;
      }
      otherwise = depth == 1 && tokens.is(at, "else") ? at : otherwise;
    }
    Reading last =
        otherwise < 0 ? new Reading(-1, true, at) : read(otherwise + 1, Math.min(at, end));
    return new Reading(last.weak() ? -1 : last.place(), last.weak(), at + 1);
  }

  private Reading cast(int open) {
    int close = tokens.closing(open);
    int as = Math.min(tokens.find(open + 1, "as"), close);
    Reading inside = read(open + 1, as);
    return new Reading(
        inside.weak() ? tokens.lastOfName(as + 1) : inside.place(), inside.weak(), close + 1);
  }

  private Reading postfix(Reading before, int end) {
    int at = before.next();
    if (tokens.isSymbol(at, ':') && tokens.isSymbol(at + 1, ':') && tokens.isName(at + 2)) {
      int type = tokens.lastOfName(at + 2);
      int next = type + 1;
      while (next < end && (tokens.is(next, OF_TYPES) || tokens.isOpen(next))) {
        next = tokens.after(next);
      }
      return new Reading(before.weak() ? type : before.place(), before.weak(), next);
    }
    if (tokens.isSymbol(at, '[')) {
      return new Reading(before.place(), before.weak(), behindSubscript(at, end));
    }
    if (tokens.isSymbol(at, '.') && tokens.isName(at + 1)) {
      return new Reading(at + 1, false, at + 2);
    }
    if (tokens.is(at, "collate") && tokens.isName(at + 1)) {
      return new Reading(before.place(), before.weak(), tokens.afterName(at + 1));
    }
    return before;
  }

  private int behindSubscript(int open, int end) {
    int depth = 0;
    for (int at = open; at < end; at++) {
      depth += tokens.isSymbol(at, '[') ? 1 : tokens.isSymbol(at, ']') ? -1 : 0;
      if (depth == 0) {
        return at + 1;
      }
    }
    return end;
  }
}
