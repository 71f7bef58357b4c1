package de.qapix.checks.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;

/**
 * One way through a program: which branch is taken at each decision that is met. The same condition
 * goes the same way everywhere on it.
 */
final class Path {

  /** A decision that had to be made, and how many ways there were. */
  record Made(Object decision, int branch, int branches) {

    BranchTaken taken() {
      return new BranchTaken(decision, branch);
    }
  }

  private final int number;
  private final Map<Object, Integer> taken;
  private final int mostSteps;
  private final List<Made> made = new ArrayList<>();
  private final Map<Object, Integer> settled = new HashMap<>();
  private final Set<Object> met = new HashSet<>();
  private final Assumptions assumptions = new Assumptions();
  private int consulted;
  private int steps;
  private boolean cut;

  /**
   * @param number which no other path has
   * @param taken the branches that were chosen for it; at all other decisions the likeliest is
   *     taken
   */
  Path(int number, Map<Object, Integer> taken, int mostSteps) {
    this.number = number;
    this.taken = new HashMap<>(taken);
    this.mostSteps = mostSteps;
  }

  int number() {
    return number;
  }

  /** Whether there is work left to be done on this path. */
  boolean step() {
    if (++steps > mostSteps) {
      cut = true;
      consulted++;
    }
    return !cut;
  }

  int steps() {
    return steps;
  }

  /** Whether something was left unknown, as it would have been too much work. */
  boolean isCut() {
    return cut;
  }

  /** What is found out now is true on this path only. */
  void depend() {
    consulted++;
  }

  /** Grows with all that depends on the path. */
  int consulted() {
    return consulted;
  }

  /** In the order in which they were met. */
  List<Made> made() {
    return made;
  }

  /**
   * The branch of a decision that nothing else decides.
   *
   * @param preferred the one to take first
   */
  int choose(Object decision, int branches, int preferred) {
    consulted++;
    int branch = Math.min(taken.getOrDefault(decision, preferred), branches - 1);
    if (met.add(decision)) {
      taken.put(decision, branch);
      made.add(new Made(decision, branch, branches));
    }
    return branch;
  }

  /** The branch that has been found before for the same; else one that is found now. */
  int settled(Object decision, IntSupplier branch) {
    consulted++;
    Integer known = settled.get(decision);
    if (known == null) {
      known = branch.getAsInt();
      settled.put(decision, known);
    }
    return known;
  }

  /**
   * Whether a condition holds on this path.
   *
   * @param emptyIfSo whether there is nothing in the branch that is taken then
   * @param emptyIfNot the same of the other branch
   */
  boolean holds(Condition condition, boolean emptyIfSo, boolean emptyIfNot) {
    if (condition instanceof Condition.Fixed fixed) {
      return fixed.outcome();
    }
    if (condition instanceof Condition.Not not) {
      return !holds(not.negated(), emptyIfNot, emptyIfSo);
    }
    consulted++;
    Optional<Boolean> known = assumptions.outcome(condition);
    if (known.isPresent()) {
      return known.get();
    }
    boolean outcome = choose(condition, 2, emptyIfSo && !emptyIfNot ? 1 : 0) == 0;
    assumptions.assume(condition, outcome);
    return outcome;
  }

  /** Whether it is sure on this path; nothing if it can go either way. */
  Optional<Boolean> outcome(Condition condition) {
    consulted++;
    return assumptions.outcome(condition);
  }

  void assume(Condition condition, boolean outcome) {
    consulted++;
    assumptions.assume(condition, outcome);
  }
}
