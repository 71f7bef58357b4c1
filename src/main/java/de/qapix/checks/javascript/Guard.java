package de.qapix.checks.javascript;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A branch in which code runs only under a condition. */
public final class Guard {

  private final Guard outer;
  private final LexicalScope function;
  private final int branch;
  private final Optional<Node> test;
  private final Optional<SwitchCases> cases;
  private final boolean behindExit;

  private Guard(
      Guard outer,
      LexicalScope function,
      int branch,
      Optional<Node> test,
      Optional<SwitchCases> cases,
      boolean behindExit) {
    this.outer = outer;
    this.function = function;
    this.branch = branch;
    this.test = test;
    this.cases = cases;
    this.behindExit = behindExit;
  }

  /**
   * One of the two branches of a condition.
   *
   * @param outer the one around it, or null
   * @param function the scope of the function in which the condition stands
   * @param branch 0 where the condition holds, 1 where it does not
   */
  static Guard ofTest(Guard outer, LexicalScope function, int branch, Node test) {
    return new Guard(outer, function, branch, Optional.of(test), Optional.empty(), false);
  }

  /** What comes behind a condition whose other branch has left the block. */
  static Guard behindExit(Guard outer, LexicalScope function, int branch, Node test) {
    return new Guard(outer, function, branch, Optional.of(test), Optional.empty(), true);
  }

  /** One of the cases of a switch. */
  static Guard ofCase(Guard outer, LexicalScope function, int branch, SwitchCases cases) {
    return new Guard(outer, function, branch, Optional.empty(), Optional.of(cases), false);
  }

  /** One branch and those around it, the outermost first, up to one that is not among them. */
  public static List<Guard> between(Guard outside, Guard innermost) {
    List<Guard> guards = new ArrayList<>();
    for (Guard guard = innermost; guard != null && guard != outside; guard = guard.outer) {
      guards.add(guard);
    }
    Collections.reverse(guards);
    return guards;
  }

  /** The scope of the function in which it is decided. */
  public LexicalScope function() {
    return function;
  }

  /** Which of the branches it is; of a condition, 0 is the one in which it holds. */
  public int branch() {
    return branch;
  }

  /** The condition; nothing for a case of a switch. */
  public Optional<Node> test() {
    return test;
  }

  /** The switch of which it is a case. */
  public Optional<SwitchCases> cases() {
    return cases;
  }

  /** Whether it needs no decision, as nobody gets there in another way. */
  public boolean isBehindExit() {
    return behindExit;
  }
}
