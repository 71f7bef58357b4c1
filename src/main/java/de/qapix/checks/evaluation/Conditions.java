package de.qapix.checks.evaluation;

import de.qapix.checks.javascript.Decision;
import de.qapix.checks.javascript.Guard;
import de.qapix.checks.javascript.LexicalScope;
import de.qapix.checks.javascript.Node;
import de.qapix.checks.javascript.NodeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides between values by conditions, whose outcome is mostly unknown. */
final class Conditions {

  private static final Set<String> FILLED = Set.of(">", "!==", "!=");
  private static final Set<String> EMPTY = Set.of("===", "==");

  private final Evaluator evaluator;

  Conditions(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  /** What {@code test ? yes : no} is. */
  Value choose(Node test, LexicalScope scope, Value yes, Value no, Frame frame) {
    if (test instanceof Node.Not not) {
      return choose(not.operand(), scope, no, yes, frame);
    }
    if (test instanceof Node.Binary binary && isZeroOrEmpty(binary.right(), frame)) {
      Optional<Value> tested = Optional.of(binary.left()).flatMap(left -> known(left, frame));
      if (tested.isPresent() && FILLED.contains(binary.operator())) {
        return new Value.Test(tested.get(), yes, no);
      }
      if (tested.isPresent() && EMPTY.contains(binary.operator())) {
        return new Value.Test(tested.get(), no, yes);
      }
    }
    Optional<Value> tested = known(test, frame);
    if (tested.isPresent()) {
      return new Value.Test(tested.get(), yes, no);
    }
    return new Value.Choice(decision(test, scope, frame), List.of(yes, no));
  }

  private static Decision decision(Node test, LexicalScope scope, Frame frame) {
    return new Decision(scope.function(), NodeText.of(test, frame.source()));
  }

  private static boolean isZeroOrEmpty(Node node, Frame frame) {
    String text = NodeText.of(node, frame.source());
    return text.equals("0") || text.equals("''") || text.equals("\"\"") || text.equals("``");
  }

  /** The list or text on whose being empty a condition depends, if it is known. */
  private Optional<Value> known(Node test, Frame frame) {
    boolean length = test instanceof Node.Member member && member.name().equals("length");
    Node tested = length ? ((Node.Member) test).object() : test;
    if (!(tested instanceof Node.Name)) {
      return Optional.empty();
    }
    Value value = evaluator.of(tested, frame);
    boolean list = value instanceof Value.Items items && !items.items().isEmpty();
    boolean text =
        value instanceof Value.Choice
            || value instanceof Value.Test
            || value instanceof Value.Joined
            || value instanceof Value.Sql
            || (value instanceof Value.Parts parts && !parts.parts().isEmpty());
    return (list && length) || (text && !holdsUnknown(value))
        ? Optional.of(value)
        : Optional.empty();
  }

  private static boolean holdsUnknown(Value value) {
    return value instanceof Value.Choice choice
        && choice.branches().stream().anyMatch(Value.Code.class::isInstance);
  }

  /** One value in a branch, another outside of it. */
  Value guarded(Guard guard, Value inside, Value outside, Frame frame) {
    if (guard.test().isPresent()) {
      Value yes = guard.branch() == 0 ? inside : outside;
      Value no = guard.branch() == 0 ? outside : inside;
      return choose(guard.test().get(), guard.decision().owner(), yes, no, frame);
    }
    List<Value> branches = new ArrayList<>();
    for (int i = 0; i < guard.branches(); i++) {
      branches.add(i == guard.branch() ? inside : outside);
    }
    return new Value.Choice(guard.decision(), branches);
  }

  /**
   * What {@code a && b}, {@code a || b} and {@code a ?? b} are; of other operators nothing is
   * known.
   */
  Value logical(Node.Binary binary, Frame frame) {
    switch (binary.operator()) {
      case "&&" -> {
        Value right = evaluator.of(binary.right(), frame);
        return right instanceof Value.Code
            ? new Value.Code(binary, frame.source())
            : choose(binary.left(), binary.scope(), right, Value.NOTHING, frame);
      }
      case "||", "??" -> {
        return either(binary, frame);
      }
      default -> {
        return new Value.Code(binary, frame.source());
      }
    }
  }

  private Value either(Node.Binary binary, Frame frame) {
    Value left = evaluator.of(binary.left(), frame);
    Value right = evaluator.of(binary.right(), frame);
    if (!(left instanceof Value.Code)) {
      return left.equals(Value.NOTHING) ? right : new Value.Test(left, left, right);
    }
    if (right instanceof Value.Code) {
      return new Value.Code(binary, frame.source());
    }
    return Sites.isEmpty(right) || Templates.isSql(right)
        ? new Value.Choice(decision(binary.left(), binary.scope(), frame), List.of(left, right))
        : right;
  }
}
