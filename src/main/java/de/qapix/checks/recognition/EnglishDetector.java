package de.qapix.checks.recognition;

import de.qapix.sql.Keywords;
import java.util.Set;

/** Tells sentences from SQL by their words. */
final class EnglishDetector {

  private static final Set<String> ARTICLES =
      Set.of(
          "the", "your", "this", "these", "those", "our", "my", "please", "you", "its", "an",
          "their");

  private EnglishDetector() {}

  static boolean is(SqlText text) {
    int plain = 0;
    for (int at = 0; at < text.size(); at++) {
      if (text.isAny(at, ARTICLES) && text.isWord(at + 1)) {
        return true;
      }
      boolean word = text.isWord(at) && !text.isHole(at) && !Keywords.contain(text.word(at));
      plain = word ? plain + 1 : 0;
      if (plain > 2) {
        return true;
      }
    }
    return false;
  }
}
