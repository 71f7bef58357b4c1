package de.qapix.checks.evaluation;

import de.qapix.checks.javascript.Guard;
import de.qapix.checks.javascript.LexicalScope;
import de.qapix.checks.javascript.Node;
import de.qapix.checks.javascript.SwitchCases;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which way the path goes where the program branches. */
final class Decisions {

  /** A switch over something, and the branches that are still possible. */
  private record Switch(ConditionOperand subject, List<Integer> branches, SwitchCases cases) {}

  /** A look-up by something, and the keys that are still possible. */
  private record Lookup(ConditionOperand subject, List<String> keys) {}

  /** A switch that has gone one way. */
  private record Settled(SwitchCases cases, ConditionOperand subject) {}

  private final Map<SwitchCases, List<Set<String>>> labels = new HashMap<>();
  private final Evaluation evaluation;
  private final ConditionOperands operands;
  private final ConditionReader conditions;

  Decisions(Evaluation evaluation) {
    this.evaluation = evaluation;
    this.operands = new ConditionOperands(evaluation);
    this.conditions = new ConditionReader(evaluation, operands);
  }

  /** Forgets the switches of files that have been looked at. */
  void forget() {
    labels.clear();
  }

  /**
   * Whether a condition holds.
   *
   * @param emptyIfSo whether there is nothing in the branch that is taken then
   * @param emptyIfNot the same of the other branch
   */
  boolean holds(Node test, LexicalScope scope, Frame frame, boolean emptyIfSo, boolean emptyIfNot) {
    Condition condition = conditions.of(test, scope.function(), frame);
    return evaluation.path().holds(condition, emptyIfSo, emptyIfNot);
  }

  /**
   * Whether the program goes into all of some branches, of which the outermost is the first.
   *
   * @param emptyInside whether there is nothing in there
   * @param emptyOutside whether there is nothing anywhere else
   */
  boolean enters(List<Guard> guards, Frame frame, boolean emptyInside, boolean emptyOutside) {
    return guards.stream().allMatch(guard -> enters(guard, frame, emptyInside, emptyOutside));
  }

  private boolean enters(Guard guard, Frame frame, boolean emptyInside, boolean emptyOutside) {
    Path path = evaluation.path();
    if (guard.cases().isPresent()) {
      int preferred = emptyOutside && !emptyInside ? guard.branch() : 0;
      return branch(guard, guard.cases().get(), frame, preferred) == guard.branch();
    }
    Condition condition = conditions.of(guard.test().orElseThrow(), guard.function(), frame);
    boolean wanted = guard.branch() == 0;
    if (guard.isBehindExit()) {
      Optional<Boolean> known = path.outcome(condition);
      if (known.isEmpty()) {
        path.assume(condition, wanted);
      }
      return known.isEmpty() || known.get() == wanted;
    }
    return wanted
        ? path.holds(condition, emptyInside, emptyOutside)
        : !path.holds(condition, emptyOutside, emptyInside);
  }

  private int branch(Guard guard, SwitchCases cases, Frame frame, int preferred) {
    Optional<String> known = operands.constant(cases.subject(), frame);
    if (known.isPresent()) {
      return branch(cases, known.get(), frame);
    }
    ConditionOperand subject = operands.of(cases.subject(), guard.function(), frame);
    return evaluation
        .path()
        .settled(new Settled(cases, subject), () -> branch(cases, subject, frame, preferred));
  }

  private int branch(SwitchCases cases, ConditionOperand subject, Frame frame, int preferred) {
    List<Integer> possible = new ArrayList<>();
    for (int branch = 0; branch < cases.count(); branch++) {
      Optional<Boolean> outcome =
          evaluation.path().outcome(new Condition.OneOf(subject, labels(cases, branch, frame)));
      boolean isOther = branch == cases.otherwise();
      if (isOther ? !isSurelyLabelled(cases, subject, frame) : outcome.orElse(true)) {
        possible.add(branch);
      }
    }
    if (possible.isEmpty()) {
      return cases.otherwise();
    }
    Object decision = new Switch(subject, possible, cases);
    int index = Math.max(0, possible.indexOf(preferred));
    int branch =
        possible.size() == 1
            ? possible.get(0)
            : possible.get(evaluation.path().choose(decision, possible.size(), index));
    assume(cases, branch, subject, frame);
    return branch;
  }

  private int branch(SwitchCases cases, String subject, Frame frame) {
    for (int branch = 0; branch < cases.count(); branch++) {
      if (labels(cases, branch, frame).contains(subject)) {
        return branch;
      }
    }
    return cases.otherwise();
  }

  private Set<String> labels(SwitchCases cases, int branch, Frame frame) {
    List<Set<String>> known = labels.get(cases);
    if (known == null) {
      known = new ArrayList<>();
      for (int each = 0; each < cases.count(); each++) {
        known.add(texts(cases.labels(each), frame));
      }
      labels.put(cases, known);
    }
    return known.get(branch);
  }

  private Set<String> texts(List<Node> nodes, Frame frame) {
    Set<String> texts = new LinkedHashSet<>();
    for (Node node : nodes) {
      texts.add(operands.constant(node, frame).orElse("@" + node.start()));
    }
    return texts;
  }

  private Set<String> otherLabels(SwitchCases cases, Frame frame) {
    Set<String> labels = new LinkedHashSet<>();
    for (int branch = 0; branch < cases.count(); branch++) {
      if (branch != cases.otherwise()) {
        labels.addAll(labels(cases, branch, frame));
      }
    }
    return labels;
  }

  private boolean isSurelyLabelled(SwitchCases cases, ConditionOperand subject, Frame frame) {
    return evaluation
        .path()
        .outcome(new Condition.OneOf(subject, otherLabels(cases, frame)))
        .orElse(false);
  }

  private void assume(SwitchCases cases, int branch, ConditionOperand subject, Frame frame) {
    boolean isOther = branch == cases.otherwise();
    Set<String> labels = isOther ? otherLabels(cases, frame) : labels(cases, branch, frame);
    evaluation.path().assume(new Condition.OneOf(subject, labels), !isOther);
  }

  /** The text that something has, if it is known. */
  Optional<String> constant(Node node, Frame frame) {
    return operands.constant(node, frame);
  }

  /** What an expression in a function is about. */
  ConditionOperand subject(Node node, LexicalScope function, Frame frame) {
    return operands.of(node, function, frame);
  }

  /** What must be so for a place in the program to be reached. */
  void reach(Guard place, Frame frame) {
    for (Guard guard : Guard.between(null, place)) {
      if (guard.test().isPresent()) {
        Condition condition = conditions.of(guard.test().get(), guard.function(), frame);
        evaluation.path().assume(condition, guard.branch() == 0);
      } else {
        SwitchCases cases = guard.cases().orElseThrow();
        ConditionOperand subject = operands.of(cases.subject(), guard.function(), frame);
        assume(cases, guard.branch(), subject, frame);
      }
    }
  }

  /** Which of some keys something is, the first one first; -1 where it can be none of them. */
  int key(ConditionOperand subject, List<String> keys) {
    List<String> possible =
        keys.stream()
            .distinct()
            .filter(key -> evaluation.path().outcome(is(subject, key)).orElse(true))
            .toList();
    if (possible.isEmpty()) {
      return -1;
    }
    String key =
        possible.size() == 1
            ? possible.get(0)
            : possible.get(
                evaluation.path().choose(new Lookup(subject, possible), possible.size(), 0));
    evaluation.path().assume(is(subject, key), true);
    return keys.indexOf(key);
  }

  private static Condition is(ConditionOperand subject, String text) {
    return new Condition.OneOf(subject, Set.of(text));
  }
}
