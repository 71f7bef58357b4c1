package de.qapix.cli;

import de.qapix.checks.server.NameSimilarity;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** What was probably meant by a word that is not known: only what a slip of the finger makes. */
public final class SimilarWords {

  private static final int LETTERS_A_SLIP = 3;
  private static final int MOST = 3;

  private SimilarWords() {}

  /** The nearest ones first; empty where none is near. */
  public static List<String> to(String word, Collection<String> known) {
    int farthest = Math.max(1, word.length() / LETTERS_A_SLIP);
    return known.stream()
        .filter(other -> NameSimilarity.distance(word, other) <= farthest)
        .sorted(
            Comparator.<String>comparingInt(other -> NameSimilarity.distance(word, other))
                .thenComparing(Comparator.naturalOrder()))
        .limit(MOST)
        .toList();
  }
}
