package de.qapix.source;

import java.util.Optional;

/** A branch in which code runs only under a condition. */
final class Guard {

  private final Guard outer;
  private final Decision decision;
  private final int branch;
  private final Branches branches;
  private final Optional<Node> test;

  /**
   * @param outer the one around it, or null
   * @param branch which of the decision's branches it is
   * @param branches how many there are
   * @param test the condition where there are two branches, the first for true
   */
  Guard(Guard outer, Decision decision, int branch, Branches branches, Optional<Node> test) {
    this.outer = outer;
    this.decision = decision;
    this.branch = branch;
    this.branches = branches;
    this.test = test;
  }

  Guard outer() {
    return outer;
  }

  Decision decision() {
    return decision;
  }

  int branch() {
    return branch;
  }

  int branches() {
    return branches.count();
  }

  Optional<Node> test() {
    return test;
  }
}
