package de.qapix.bench;

import java.util.Locale;

/** What is to be reached, and what was. */
final class Goals {

  private final Table table = new Table("goal", "wanted", "measured", "");

  void atLeast(String goal, double wanted, double measured) {
    row(goal, ">= " + figure(wanted), measured, measured >= wanted);
  }

  void atMost(String goal, double wanted, double measured) {
    row(goal, "<= " + figure(wanted), measured, measured <= wanted);
  }

  private void row(String goal, String wanted, double measured, boolean reached) {
    table.row(goal, wanted, figure(measured), reached ? "ok" : "short");
  }

  void print() {
    table.print("Goals");
  }

  static String figure(double value) {
    return String.format(Locale.ROOT, value >= 100 ? "%.0f" : "%.2f", value);
  }
}
