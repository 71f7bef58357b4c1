package de.qapix.checks.javascript;

/** How many branches a decision has; of a switch that is known when all of it has been read. */
final class Branches {

  /** Those of a condition. */
  static final Branches TWO = new Branches(2);

  private int count;

  Branches(int count) {
    this.count = count;
  }

  int count() {
    return count;
  }

  void atLeast(int least) {
    count = Math.max(count, least);
  }
}
