package de.qapix.checks.server;

import de.qapix.checks.names.QueryRelation;
import de.qapix.sql.Spelling;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which of several names somebody meant who wrote another one. */
public final class NameSimilarity {

  private static final Comparator<Likeness> LIKELIER =
      Comparator.comparing(Likeness::doubled)
          .thenComparing(Likeness::common)
          .thenComparing(Likeness::length);

  private NameSimilarity() {}

  /**
   * A name that was found.
   *
   * @param same whether it differs in nothing but case and underscores, and is the only one
   */
  public record Match(QueryRelation.Name name, boolean same) {}

  /**
   * What one name has of another.
   *
   * @param doubled whether they are the same but for letters that are written twice
   * @param common how many letters they begin with are the same
   */
  private record Likeness(boolean doubled, int common, int length) {}

  /** The name that is most like what was written; nothing where none is like it. */
  public static Optional<Match> best(String written, List<QueryRelation.Name> names) {
    return same(written, names).or(() -> nearest(written, names));
  }

  /** The name that differs in nothing but case and underscores. */
  static Optional<Match> same(String written, List<QueryRelation.Name> names) {
    String plain = Spelling.loose(written);
    List<QueryRelation.Name> equal =
        names.stream()
            .filter(name -> Spelling.loose(name.plain()).equals(plain))
            .distinct()
            .toList();
    return equal.stream().findFirst().map(name -> new Match(name, equal.size() == 1));
  }

  private static Optional<Match> nearest(String written, List<QueryRelation.Name> names) {
    String plain = Spelling.loose(written);
    int farthest = plain.length() < 4 ? 1 : Math.max(2, plain.length() / 3);
    QueryRelation.Name nearest = null;
    int smallest = farthest + 1;
    for (QueryRelation.Name name : names) {
      int distance = distance(plain, Spelling.loose(name.plain()));
      boolean nearer =
          distance < smallest
              || (distance == smallest && nearest != null && isLiker(plain, name, nearest));
      if (nearer && distance < Math.max(plain.length(), 2)) {
        smallest = distance;
        nearest = name;
      }
    }
    return Optional.ofNullable(nearest).map(name -> new Match(name, false));
  }

  /**
   * Whether one of two names as far away is the likelier one: a letter is typed twice more often
   * than it is another one, the beginning is hardly ever wrong, and letters are rather left out.
   */
  private static boolean isLiker(String plain, QueryRelation.Name one, QueryRelation.Name other) {
    return LIKELIER.compare(likeness(plain, one), likeness(plain, other)) > 0;
  }

  private static Likeness likeness(String plain, QueryRelation.Name name) {
    String loose = Spelling.loose(name.plain());
    return new Likeness(
        withoutDoubles(plain).equals(withoutDoubles(loose)),
        Arrays.mismatch(plain.toCharArray(), loose.toCharArray()),
        loose.length());
  }

  private static String withoutDoubles(String name) {
    return name.replaceAll("(.)\\1+", "$1");
  }

  /** How many letters have to be added, left out, changed, or swapped with the next. */
  public static int distance(String one, String other) {
    int[] beforeLast = new int[other.length() + 1];
    int[] last = new int[other.length() + 1];
    Arrays.setAll(last, at -> at);
    for (int i = 1; i <= one.length(); i++) {
      int[] row = new int[other.length() + 1];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        boolean equal = one.charAt(i - 1) == other.charAt(j - 1);
        row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + (equal ? 0 : 1));
        boolean swapped =
            i > 1
                && j > 1
                && one.charAt(i - 1) == other.charAt(j - 2)
                && one.charAt(i - 2) == other.charAt(j - 1);
        if (swapped) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      beforeLast = last;
      last = row;
    }
    return last[other.length()];
  }
}
