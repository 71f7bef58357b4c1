package de.qapix.checks.recognition;

import java.util.List;

/** Tells at once of most files that they hold no SQL. */
public final class Prefilter {

  private static final String[] QUERIES = {
    "select", "insert", "update", "delete", "truncate", "merge into", "values"
  };

  /** What sends whatever it gets. */
  private static final List<String> SENDERS =
      List.of(
          "$queryRaw",
          "$executeRaw",
          ".unsafe(",
          ".query(",
          ".exec(\"",
          ".exec('",
          ".exec(`",
          ".execute(\"",
          ".execute('",
          ".execute(`",
          ".execute(sql`");

  private Prefilter() {}

  /** Whether a text can hold a query, or a word to us. */
  public static boolean mayHoldSql(String text) {
    for (int at = 0; at < text.length() - 5; at++) {
      switch (text.charAt(at) | 0x20) {
        case 's', 'i', 'u', 'd', 't', 'm', 'v' -> {
          for (String verb : QUERIES) {
            if (text.regionMatches(true, at, verb, 0, verb.length())) {
              return true;
            }
          }
        }
        case 'q' -> {
          if (text.startsWith("qapix", at)) {
            return true;
          }
        }
        default -> {}
      }
    }
    return SENDERS.stream().anyMatch(text::contains);
  }

  /** Whether a statement can begin at an offset, as far as one word tells. */
  public static boolean isVerbAt(String text, int at) {
    for (String verb : StatementShape.VERBS) {
      if (text.regionMatches(true, at, verb, 0, verb.length())) {
        int end = at + verb.length();
        return end >= text.length() || !Character.isLetterOrDigit(text.charAt(end));
      }
    }
    return false;
  }
}
