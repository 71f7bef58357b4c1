package de.qapix.checks.evaluation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which paths to follow: all that the decisions allow; or, where that are too many, so many that
 * each branch of each decision is taken twice: once where all others go as they mostly do, and once
 * where they go another way.
 */
final class PathEnumerator {

  private final int most;
  private final Deque<Map<Object, Integer>> open = new ArrayDeque<>();
  private final Set<BranchTaken> seen = new HashSet<>();
  private final Map<Object, Path.Made> first = new LinkedHashMap<>();
  private int begun;
  private boolean all = true;
  private boolean again;

  PathEnumerator(int most) {
    this.most = most;
    open.add(Map.of());
  }

  boolean hasNext() {
    if (open.isEmpty() && !all && !again) {
      again = true;
      first.values().forEach(this::goAgain);
      open.add(last());
    }
    return !open.isEmpty() && begun < most;
  }

  /** Each branch is taken where all other decisions take their last one. */
  private void goAgain(Path.Made decision) {
    for (int branch = 0; branch < decision.branches() - 1; branch++) {
      Map<Object, Integer> path = last();
      path.put(decision.decision(), branch);
      open.add(path);
    }
  }

  private Map<Object, Integer> last() {
    Map<Object, Integer> path = new HashMap<>();
    first.forEach((decision, made) -> path.put(decision, made.branches() - 1));
    return path;
  }

  /** The decisions with which the next path begins. */
  Map<Object, Integer> next() {
    begun++;
    return open.remove();
  }

  /** Learns from a path which others there are. */
  void followed(Map<Object, Integer> beginning, List<Path.Made> made) {
    if (begun == 1) {
      all = product(made) <= most;
    }
    if (!all) {
      made.forEach(each -> seen.add(each.taken()));
      made.forEach(each -> first.putIfAbsent(each.decision(), each));
    }
    if (again) {
      return;
    }
    Map<Object, Integer> before = new HashMap<>();
    for (Path.Made each : made) {
      for (int branch = 0; branch < each.branches(); branch++) {
        boolean other = branch != each.branch() && !beginning.containsKey(each.decision());
        if (other
            && open.size() <= most
            && (all || seen.add(new BranchTaken(each.decision(), branch)))) {
          Map<Object, Integer> path = new HashMap<>(all ? before : beginning);
          path.put(each.decision(), branch);
          open.add(path);
        }
      }
      before.put(each.decision(), each.branch());
    }
  }

  private long product(List<Path.Made> made) {
    long product = 1;
    for (Path.Made each : made) {
      product = Math.min(most + 1L, product * each.branches());
    }
    return product;
  }

  /** Whether there is no other path than those that were followed. */
  boolean isComplete() {
    return all && open.isEmpty();
  }
}
