package de.qapix.sql;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The tokens of a statement, or of a part of one, without comments: read by their places, or one
 * after the other by what accepts and takes them.
 */
public final class SqlTokens {

  private static final Token NONE = new Token(Token.Kind.SYMBOL, ";", -1);
  private static final String[] QUERIES = {
    "select", "with", "values", "table", "insert", "update", "delete", "merge"
  };

  private final List<Token> list;
  private int[] partner;
  private int next;

  public SqlTokens(List<Token> list) {
    this.list = list;
  }

  public static SqlTokens of(String sql) {
    return new SqlTokens(
        SqlLexer.tokens(sql).stream().filter(token -> token.kind() != Token.Kind.COMMENT).toList());
  }

  /** The parts of a name with its schemas, as the server understands them. */
  public static List<String> names(String written) {
    return of(written).list.stream().filter(Token::isName).map(Token::name).toList();
  }

  public int size() {
    return list.size();
  }

  /** The token at a place; a semicolon before the first and behind the last. */
  public Token at(int place) {
    return place >= 0 && place < list.size() ? list.get(place) : NONE;
  }

  /** The place of the parenthesis that closes the one here; the end where none does. */
  public int closing(int open) {
    if (!isOpen(open)) {
      return -1;
    }
    if (partner == null) {
      partner = partners(list);
    }
    return partner[open];
  }

  private static int[] partners(List<Token> list) {
    int[] partner = new int[list.size()];
    Arrays.fill(partner, -1);
    Deque<Integer> open = new ArrayDeque<>();
    for (int at = 0; at < partner.length; at++) {
      if (list.get(at).isSymbol('(')) {
        open.push(at);
      } else if (list.get(at).isSymbol(')') && !open.isEmpty()) {
        partner[open.pop()] = at;
      }
    }
    open.forEach(left -> partner[left] = partner.length);
    return partner;
  }

  /** The place behind what begins here: a token, or all between two parentheses. */
  public int after(int place) {
    return isOpen(place) ? Math.min(closing(place) + 1, size()) : place + 1;
  }

  /** The place of the first of these words from one on, not between parentheses; else the end. */
  public int find(int from, String... words) {
    int at = from;
    while (at < size() && !is(at, words)) {
      at = after(at);
    }
    return at;
  }

  /** The place behind a name with its schemas; the same if no name is here. */
  public int afterName(int first) {
    return isName(first) ? lastOfName(first) + 1 : first;
  }

  /** The place of the last of the names that are joined by dots from here on. */
  public int lastOfName(int first) {
    int at = first;
    while (isSymbol(at + 1, '.') && isName(at + 2)) {
      at += 2;
    }
    return at;
  }

  public boolean isOpen(int place) {
    return at(place).isSymbol('(');
  }

  /** Whether one of these keywords is here. */
  public boolean is(int place, String... words) {
    for (String word : words) {
      if (at(place).is(word)) {
        return true;
      }
    }
    return false;
  }

  public boolean isSymbol(int place, char symbol) {
    return at(place).isSymbol(symbol);
  }

  public boolean isName(int place) {
    return at(place).isName();
  }

  /** A name as the server understands it: folded where it has no quotes. */
  public String name(int place) {
    return at(place).name();
  }

  /** Whether a query, or a statement that can return rows as one does, begins here. */
  public boolean startsQuery(int place) {
    return is(place, QUERIES);
  }

  /**
   * The place of the token that begins at a char of the text, or that holds it; -1 if none does.
   */
  public int holding(int offset) {
    int low = 0;
    int high = list.size() - 1;
    while (low <= high) {
      int middle = (low + high) / 2;
      Token token = list.get(middle);
      if (token.end() <= offset) {
        low = middle + 1;
      } else if (token.offset() > offset) {
        high = middle - 1;
      } else {
        return middle;
      }
    }
    return -1;
  }

  /** Whether these keywords occur one after the other, outside of parentheses. */
  public boolean has(String... words) {
    for (int at = 0; at < size(); at = after(at)) {
      if (follow(at, words)) {
        return true;
      }
    }
    return false;
  }

  private boolean follow(int first, String... words) {
    for (int i = 0; i < words.length; i++) {
      if (!at(first + i).is(words[i])) {
        return false;
      }
    }
    return true;
  }

  /** The parts between the commas outside of parentheses. */
  public List<SqlTokens> split() {
    List<SqlTokens> parts = new ArrayList<>();
    int start = 0;
    for (int at = 0; at < size(); at = after(at)) {
      if (isSymbol(at, ',')) {
        parts.add(new SqlTokens(list.subList(start, at)));
        start = at + 1;
      }
    }
    parts.add(new SqlTokens(list.subList(start, size())));
    return parts;
  }

  /** The parts of what the first parentheses hold. */
  public List<SqlTokens> elements() {
    int open = 0;
    while (open < size() && !isOpen(open)) {
      open++;
    }
    return open < size() && closing(open) < size()
        ? new SqlTokens(list.subList(open + 1, closing(open))).split()
        : List.of();
  }

  /** What begins at a place. */
  public SqlTokens from(int place) {
    return new SqlTokens(list.subList(place, list.size()));
  }

  /** The same, of which nothing has been taken. */
  public SqlTokens fromStart() {
    return new SqlTokens(list);
  }

  /** Goes past these keywords if they come next, all of them and in this order. */
  public boolean accept(String... words) {
    boolean follow = follow(next, words);
    next += follow ? words.length : 0;
    return follow;
  }

  public boolean acceptAny(String... words) {
    boolean any = is(next, words);
    next += any ? 1 : 0;
    return any;
  }

  public boolean acceptSymbol(char symbol) {
    boolean here = !atEnd() && isSymbol(next, symbol);
    next += here ? 1 : 0;
    return here;
  }

  /** A name with the schemas before it, as it is written; nothing if no name comes next. */
  public Optional<String> takeName() {
    StringBuilder name = new StringBuilder();
    do {
      if (!isName(next)) {
        return Optional.empty();
      }
      name.append(name.isEmpty() ? "" : ".").append(list.get(next++).text());
    } while (acceptSymbol('.'));
    return Optional.of(name.toString());
  }

  public Optional<Token> take() {
    return atEnd() ? Optional.empty() : Optional.of(list.get(next++));
  }

  /** What has not been taken yet. */
  public SqlTokens rest() {
    return new SqlTokens(list.subList(next, size()));
  }

  public boolean atEnd() {
    return next >= size();
  }
}
