package de.qapix.checks.evaluation;

import de.qapix.checks.javascript.Decision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which way each decision goes in one variant. A decision goes the same way wherever it occurs. */
final class Choices {

  /** A decision that had to be made, and how many ways there were. */
  record Made(Decision decision, int branch, int branches) {}

  private final Map<Decision, Integer> taken;
  private final List<Made> made = new ArrayList<>();

  Choices(Map<Decision, Integer> taken) {
    this.taken = new HashMap<>(taken);
  }

  /** The branch that is taken; of a decision that is open, the one with most in it. */
  int branch(Value.Choice choice) {
    int branches = choice.branches().size();
    Integer known = taken.get(choice.decision());
    if (known != null) {
      if (made.stream().noneMatch(each -> each.decision().equals(choice.decision()))) {
        made.add(new Made(choice.decision(), known, branches));
      }
      return Math.min(known, branches - 1);
    }
    int branch = 0;
    while (branch < branches - 1 && Sites.isEmpty(choice.branches().get(branch))) {
      branch++;
    }
    branch = Sites.isEmpty(choice.branches().get(branch)) ? 0 : branch;
    taken.put(choice.decision(), branch);
    made.add(new Made(choice.decision(), branch, branches));
    return branch;
  }

  /** In the order in which they were needed. */
  List<Made> made() {
    return made;
  }
}
