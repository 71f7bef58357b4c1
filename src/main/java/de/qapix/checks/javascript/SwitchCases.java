package de.qapix.checks.javascript;

import java.util.ArrayList;
import java.util.List;

/** The cases of a switch, which are known when all of it has been read. */
public final class SwitchCases {

  private final Node subject;
  private final List<List<Node>> labels = new ArrayList<>();
  private int otherwise = -1;

  SwitchCases(Node subject) {
    this.subject = subject;
  }

  /**
   * Adds one; those right after each other are one with several labels.
   *
   * @param isDefault whether it is also for whatever has no case of its own
   */
  void add(List<Node> ofOne, boolean isDefault) {
    if (isDefault) {
      otherwise = labels.size();
    }
    labels.add(ofOne);
  }

  /** What is compared with the labels. */
  public Node subject() {
    return subject;
  }

  /** The labels of a branch; none for that which is not written. */
  public List<Node> labels(int branch) {
    return branch < labels.size() ? labels.get(branch) : List.of();
  }

  /** The branch for all else; where none is written it is one more than there are. */
  public int otherwise() {
    return otherwise < 0 ? labels.size() : otherwise;
  }

  /** How many branches there are, including the one for all else. */
  public int count() {
    return Math.max(labels.size(), otherwise() + 1);
  }
}
