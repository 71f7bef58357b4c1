package de.qapix.checks.evaluation;

import de.qapix.checks.evaluation.Choices.Made;
import de.qapix.checks.javascript.Decision;
import de.qapix.checks.javascript.Guard;
import de.qapix.checks.javascript.Node;
import de.qapix.checks.text.Hole;
import de.qapix.checks.text.Literal;
import de.qapix.checks.text.Piece;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The texts that a value can have. Where that are too many, so many that each branch of each
 * decision occurs in one.
 *
 * @param texts the fullest one first
 * @param leftOut how many more there are
 */
public record Variants(List<List<Piece>> texts, int leftOut) {

  private static final int MOST = 64;
  private static final int UNCOUNTABLE = 1_000_000;

  /** One branch of a decision. */
  private record Way(Decision decision, int branch) {}

  /**
   * The variants of a value.
   *
   * @param guard the branch in which the value is used, or null
   */
  public static Variants of(Value value, Guard guard) {
    Map<Decision, Integer> given = given(guard);
    Map<String, List<Piece>> texts = new LinkedHashMap<>();
    Deque<Map<Decision, Integer>> open = new ArrayDeque<>();
    open.add(given);
    long all = 1;
    boolean complete = true;
    Set<Way> seen = new HashSet<>();
    for (int built = 0; built < MOST && !open.isEmpty(); built++) {
      Map<Decision, Integer> taken = open.poll();
      Choices choices = new Choices(taken);
      List<Piece> text = Rendering.of(value, choices);
      texts.putIfAbsent(key(text), text);
      if (built == 0) {
        all = count(choices.made(), given);
        complete = all <= MOST;
      }
      branchOut(choices.made(), taken, given, open, complete ? null : seen);
    }
    long missing = complete ? open.size() : Math.min(UNCOUNTABLE, all) - texts.size();
    return new Variants(List.copyOf(texts.values()), (int) Math.max(0, missing));
  }

  /** The first of them alone. */
  public static List<Piece> first(Value value, Guard guard) {
    return Rendering.of(value, new Choices(given(guard)));
  }

  private static Map<Decision, Integer> given(Guard guard) {
    Map<Decision, Integer> given = new HashMap<>();
    for (Guard each = guard; each != null; each = each.outer()) {
      Decision decision = each.decision();
      int branch = each.branch();
      Node test = each.test().orElse(null);
      String on = decision.on();
      while (test instanceof Node.Not not) {
        branch = 1 - branch;
        on = on.substring(on.indexOf('!') + 1).strip();
        test = not.operand();
      }
      given.putIfAbsent(new Decision(decision.owner(), on), branch);
    }
    return given;
  }

  private static long count(List<Made> made, Map<Decision, Integer> given) {
    long count = 1;
    for (Made each : made) {
      count =
          given.containsKey(each.decision())
              ? count
              : Math.min(UNCOUNTABLE, count * each.branches());
    }
    return count;
  }

  /**
   * Adds the other ways of each decision that this text was the first to take.
   *
   * @param seen to take each way once only; null to take all combinations
   */
  private static void branchOut(
      List<Made> made,
      Map<Decision, Integer> taken,
      Map<Decision, Integer> given,
      Deque<Map<Decision, Integer>> open,
      Set<Way> seen) {
    Map<Decision, Integer> before = new HashMap<>(given);
    if (seen != null) {
      made.forEach(each -> seen.add(new Way(each.decision(), each.branch())));
    }
    for (Made each : made) {
      boolean isOpen = !taken.containsKey(each.decision());
      for (int branch = 0; isOpen && branch < each.branches(); branch++) {
        if (branch != each.branch()
            && (seen == null || seen.add(new Way(each.decision(), branch)))) {
          Map<Decision, Integer> other = new HashMap<>(seen == null ? before : taken);
          other.put(each.decision(), branch);
          open.add(other);
        }
      }
      before.put(each.decision(), each.branch());
    }
  }

  private static String key(List<Piece> text) {
    StringBuilder key = new StringBuilder();
    for (Piece piece : text) {
      key.append(
          piece instanceof Literal literal
              ? literal.sql()
              : ((Hole) piece).kind() + "@" + ((Hole) piece).start());
    }
    return key.toString();
  }
}
