package de.qapix.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds parameters that an extension adds to SQL, which a stand-in for it cannot do. */
final class ExtensionParameters {

  private static final Set<String> METHODS =
      Set.of("btree", "hash", "gist", "spgist", "gin", "brin", "bloom");
  private static final String[] PREFIXES = {"timescaledb", "tsdb"};

  private ExtensionParameters() {}

  /** The statement without them; where nothing else is left of it, nothing. */
  static Optional<String> in(SqlStatement statement) {
    SqlTokens words = new SqlTokens(statement.tokens());
    for (int at = 1; at < words.size(); at++) {
      boolean with = words.is(at, "with") && words.isOpen(at + 1);
      if (with && (isOfMethod(words, at) || isPrefixed(words, at + 1))) {
        return Optional.of(without(statement, words, at));
      }
      if (words.is(0, "alter") && words.is(at, "set", "reset") && isPrefixed(words, at + 1)) {
        return Optional.of("");
      }
    }
    return Optional.empty();
  }

  private static boolean isPrefixed(SqlTokens words, int open) {
    return words.isOpen(open) && words.is(open + 1, PREFIXES) && words.isSymbol(open + 2, '.');
  }

  /** Whether an index is made by a method that PostgreSQL itself does not have. */
  private static boolean isOfMethod(SqlTokens words, int end) {
    if (!words.is(0, "create") || !(words.is(1, "index") || words.is(2, "index"))) {
      return false;
    }
    int using = words.find(1, "using");
    return using < end && words.isName(using + 1) && !METHODS.contains(words.name(using + 1));
  }

  private static String without(SqlStatement statement, SqlTokens words, int with) {
    int start = words.at(with).offset() - statement.offset();
    int end = words.at(words.closing(with + 1)).end() - statement.offset();
    List<String> parts = new ArrayList<>();
    parts.add(statement.text().substring(0, start));
    parts.add(blank(statement.text().substring(start, Math.max(start, end))));
    parts.add(statement.text().substring(Math.max(start, end)));
    return String.join("", parts);
  }

  private static String blank(String text) {
    return text.replaceAll("[^\\r\\n]", " ");
  }
}
