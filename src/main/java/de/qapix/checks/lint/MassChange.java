package de.qapix.checks.lint;

import de.qapix.sql.SqlTokens;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * A change of all rows of a table, as it is written.
 *
 * @param table empty where the name is put together when it runs
 * @param columns that it sets
 */
record MassChange(Kind kind, Optional<String> table, List<String> columns) {

  private static final String[] BEFORE = {"begin", "then", "else", "loop", "execute"};

  /** What becomes of the rows. */
  enum Kind {
    TRUNCATE,
    TRUNCATE_CASCADE,
    DELETE,
    UPDATE
  }

  /** Those in a statement, those between its parentheses included. */
  static List<MassChange> in(SqlTokens words) {
    List<MassChange> found = new ArrayList<>();
    for (int at = 0; at < words.size(); at++) {
      if (at > 0
          && !words.isOpen(at - 1)
          && !words.is(at - 1, BEFORE)
          && !words.isSymbol(at - 1, '>')) {
        continue;
      }
      if (words.is(at, "truncate")) {
        truncated(words, at, found);
      } else if (words.is(at, "delete") && words.is(at + 1, "from")) {
        all(words, at + 2, MassChange.Kind.DELETE).ifPresent(found::add);
      } else if (words.is(at, "update")) {
        all(words, at + 1, MassChange.Kind.UPDATE).ifPresent(found::add);
      }
    }
    return found;
  }

  /** Whether it is an UPDATE that gives a column two values. */
  static boolean setsTwice(SqlTokens words) {
    List<String> columns = words.is(0, "update") ? assigned(words, 1, words.size()) : List.of();
    return new HashSet<>(columns).size() < columns.size();
  }

  private static void truncated(SqlTokens words, int start, List<MassChange> found) {
    boolean cascade = words.find(start, "cascade") < words.size();
    Kind kind = cascade ? Kind.TRUNCATE_CASCADE : Kind.TRUNCATE;
    int at = start + (words.is(start + 1, "table") ? 2 : 1);
    do {
      at += words.is(at, "only") ? 1 : 0;
      int end = words.afterName(at);
      found.add(new MassChange(kind, name(words, at), List.of()));
      at = end + (words.isSymbol(end, '*') ? 1 : 0);
    } while (words.isSymbol(at++, ','));
  }

  private static Optional<MassChange> all(SqlTokens words, int start, Kind kind) {
    int at = start + (words.is(start, "only") ? 1 : 0);
    int end = end(words, at);
    int where = Math.min(words.find(at, "where"), end);
    if (where < end && !isAlways(words, where + 1, end)) {
      return Optional.empty();
    }
    List<String> columns = kind == Kind.UPDATE ? assigned(words, at, where) : List.of();
    return kind == Kind.UPDATE && words.find(at, "set") >= end
        ? Optional.empty()
        : Optional.of(new MassChange(kind, name(words, at), columns));
  }

  /** Where the parentheses end that it stands in. */
  private static int end(SqlTokens words, int start) {
    int at = start;
    while (at < words.size() && !words.isSymbol(at, ')') && !words.isSymbol(at, ';')) {
      at = words.after(at);
    }
    return at;
  }

  private static boolean isAlways(SqlTokens words, int first, int end) {
    int last = words.find(first, "returning");
    int size = Math.min(last, end) - first;
    if (size == 1) {
      return words.is(first, "true");
    }
    return size == 3
        && words.isSymbol(first + 1, '=')
        && words.at(first).text().equals(words.at(first + 2).text());
  }

  private static List<String> assigned(SqlTokens words, int start, int end) {
    List<String> columns = new ArrayList<>();
    int at = words.find(start, "set") + 1;
    boolean expected = true;
    while (at < end && !words.is(at, "from", "returning", "where")) {
      if (expected && words.isOpen(at)) {
        for (int inner = at + 1; inner < words.closing(at); inner += 2) {
          columns.add(words.name(inner));
        }
      } else if (expected) {
        columns.add(words.name(at));
      }
      expected = words.isSymbol(at, ',');
      at = words.after(at);
    }
    return columns;
  }

  private static Optional<String> name(SqlTokens words, int at) {
    StringBuilder name = new StringBuilder();
    for (int part = at; part < words.afterName(at); part++) {
      name.append(words.at(part).text());
    }
    return name.isEmpty() ? Optional.empty() : Optional.of(name.toString());
  }
}
