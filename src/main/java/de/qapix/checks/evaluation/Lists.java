package de.qapix.checks.evaluation;

import java.util.ArrayList;
import java.util.List;

/** Arrays as values. */
final class Lists {

  private Lists() {}

  static Value pushed(Value list, Value pushed) {
    List<Value> items = new ArrayList<>(items(list));
    items.add(pushed);
    return new Value.Items(items);
  }

  static Value unshifted(Value list, Value pushed) {
    List<Value> items = new ArrayList<>(List.of(pushed));
    items.addAll(items(list));
    return new Value.Items(items);
  }

  private static List<Value> items(Value list) {
    return list instanceof Value.Items items
        ? items.items()
        : list.equals(Value.NOTHING) ? List.of() : List.of(spread(list));
  }

  /** What {@code ...list} adds to a list. */
  static Value spread(Value list) {
    if (list instanceof Value.Items items) {
      return new Value.Many(items.items());
    }
    if (list instanceof Value.Choice choice) {
      return new Value.Choice(
          choice.decision(), choice.branches().stream().map(Lists::spread).toList());
    }
    if (list instanceof Value.Test test) {
      return new Value.Test(test.tested(), spread(test.present()), spread(test.absent()));
    }
    return Sites.isEmpty(list) ? new Value.Many(List.of()) : list;
  }
}
