package de.qapix.checks.javascript;

import java.util.Optional;

/** A branch in which code runs only under a condition. */
public final class Guard {

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

  public Guard outer() {
    return outer;
  }

  public Decision decision() {
    return decision;
  }

  public int branch() {
    return branch;
  }

  public int branches() {
    return branches.count();
  }

  public Optional<Node> test() {
    return test;
  }
}
