package de.qapix.checks.evaluation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which paths to follow: all that the decisions allow; or, where that are too many, so many that
 * each branch of each decision is taken once.
 */
final class Exploration {

  private final int most;
  private final Deque<Map<Object, Integer>> open = new ArrayDeque<>();
  private final Set<Way> seen = new HashSet<>();
  private int begun;
  private boolean all = true;

  Exploration(int most) {
    this.most = most;
    open.add(Map.of());
  }

  boolean hasNext() {
    return !open.isEmpty() && begun < most;
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
      made.forEach(each -> seen.add(each.way()));
    }
    Map<Object, Integer> before = new HashMap<>();
    for (Path.Made each : made) {
      for (int branch = 0; branch < each.branches(); branch++) {
        boolean other = branch != each.branch() && !beginning.containsKey(each.decision());
        if (other && (all || seen.add(new Way(each.decision(), branch)))) {
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
