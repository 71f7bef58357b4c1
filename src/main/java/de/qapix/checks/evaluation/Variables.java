package de.qapix.checks.evaluation;

import de.qapix.checks.javascript.Binding;
import de.qapix.checks.javascript.Guard;
import de.qapix.checks.javascript.LexicalScope;
import de.qapix.checks.javascript.Mutation;
import de.qapix.checks.javascript.Node;
import java.util.List;

/**
 * What a variable is at a place: what was assigned to it last, and all that was added to it since.
 */
final class Variables {

  private final Evaluation evaluation;
  private final Decisions decisions;

  Variables(Evaluation evaluation, Decisions decisions) {
    this.evaluation = evaluation;
    this.decisions = decisions;
  }

  /**
   * What a variable is.
   *
   * @param use where, for what is not known
   * @param offset before which all has been done to it
   */
  Value at(Binding binding, Node use, int offset, Frame frame) {
    List<Mutation> mutations = binding.mutations();
    int last = lastAssignment(binding, offset, frame);
    Accumulator accumulator =
        new Accumulator(
            last < 0 ? first(binding, use, frame) : assigned(mutations.get(last), use, frame));
    for (int i = last + 1; i < mutations.size(); i++) {
      Mutation mutation = mutations.get(i);
      boolean adds =
          mutation.kind() != Mutation.Kind.ASSIGN && mutation.kind() != Mutation.Kind.UNKNOWN;
      if (adds && mutation.offset() < offset) {
        add(mutation, accumulator, binding, frame);
      }
    }
    return accumulator.value();
  }

  /** The last assignment that the program comes by, or -1. */
  private int lastAssignment(Binding binding, int offset, Frame frame) {
    List<Mutation> mutations = binding.mutations();
    for (int i = mutations.size() - 1; i >= 0 && evaluation.path().step(); i--) {
      Mutation mutation = mutations.get(i);
      boolean assigns =
          mutation.kind() == Mutation.Kind.ASSIGN || mutation.kind() == Mutation.Kind.UNKNOWN;
      if (assigns && mutation.offset() < offset && happens(mutation, i, binding, frame)) {
        return i;
      }
    }
    return -1;
  }

  private boolean happens(Mutation mutation, int number, Binding binding, Frame frame) {
    List<Guard> guards = Guard.between(binding.guard(), mutation.guard());
    if (guards.isEmpty()) {
      return true;
    }
    boolean assigns = mutation.kind() == Mutation.Kind.ASSIGN;
    boolean emptyInside =
        assigns
            && mutation.values().stream()
                .allMatch(value -> Emptiness.isEmpty(value, frame.source()));
    boolean emptyOutside =
        !assigns
            || (number == 0
                && !binding.isParameter()
                && Emptiness.isEmpty(binding.initial(), frame.source()));
    return decisions.enters(guards, frame, emptyInside, emptyOutside);
  }

  private Value assigned(Mutation mutation, Node use, Frame frame) {
    return mutation.kind() == Mutation.Kind.ASSIGN
        ? evaluation.of(mutation.values().get(0), frame)
        : new Value.Code(use, frame);
  }

  /** Numbers that are counted up are no texts, and lists that are not known are no lists. */
  private void add(Mutation mutation, Accumulator accumulator, Binding binding, Frame frame) {
    boolean text = mutation.kind() == Mutation.Kind.APPEND;
    if (!evaluation.path().step() || (accumulator.isUnknown() && !text)) {
      return;
    }
    if (!happens(mutation, 1, binding, frame)) {
      return;
    }
    List<Value> values = evaluation.items(mutation.values(), frame);
    boolean known = values.stream().anyMatch(value -> !(value instanceof Value.Code));
    if (!text) {
      accumulator.push(values, mutation.kind() == Mutation.Kind.UNSHIFT);
    } else if (known || !accumulator.isUnknown()) {
      accumulator.append(values);
    }
  }

  private Value first(Binding binding, Node use, Frame frame) {
    if (binding.isParameter()) {
      return parameter(binding, use, frame);
    }
    if (binding.initial() == null) {
      return Value.NOTHING;
    }
    Value initial = evaluation.of(binding.initial(), frame);
    if (!(initial instanceof Value.Code) && !(initial instanceof Value.Nothing)) {
      return initial;
    }
    if (binding.fallback() != null) {
      return evaluation.of(binding.fallback(), frame);
    }
    // A hole shows the code at its place, not where its value comes from.
    return initial instanceof Value.Code ? new Value.Code(use, frame) : initial;
  }

  private Value parameter(Binding binding, Node use, Frame frame) {
    Value given = frame.argument(binding);
    boolean isGiven = given != null && !(given instanceof Value.Nothing);
    if (isGiven && !(given instanceof Value.Code)) {
      return given;
    }
    if (binding.alternatives() != null) {
      return alternative(binding, given, frame);
    }
    if (isGiven) {
      return given;
    }
    return binding.fallback() == null
        ? new Value.Code(use, frame)
        : evaluation.of(binding.fallback(), frame);
  }

  /** One of the texts that the type of a parameter allows. */
  private Value alternative(Binding binding, Value given, Frame frame) {
    List<Value> values = evaluation.items(binding.alternatives(), frame);
    List<String> keys =
        values.stream().map(text -> Pieces.constant(text).orElseThrow().sql()).toList();
    ConditionOperand subject =
        given instanceof Value.Code code
            ? decisions.subject(code.node(), function(code.node()), code.frame())
            : new ConditionOperand.Variable(binding);
    int key = decisions.key(subject, keys);
    return values.get(Math.max(0, key));
  }

  /** Of what has a name it does not matter in which function it is used. */
  private static LexicalScope function(Node node) {
    return node instanceof Node.Name name ? name.scope().function() : null;
  }

  /** What a function gives back. */
  Value returned(Node.Function function, Frame frame, Node call) {
    List<Node.Return> returns = function.returns();
    for (int i = 0; i < returns.size(); i++) {
      Node.Return each = returns.get(i);
      List<Guard> guards = Guard.between(null, each.guard());
      guards.removeIf(guard -> guard.function() != function.scope());
      boolean empty = Emptiness.isEmpty(each.value(), frame.source());
      boolean isLast = i == returns.size() - 1;
      if (isLast || decisions.enters(guards, frame, empty, false)) {
        return evaluation.of(each.value(), frame);
      }
    }
    return new Value.Code(call, frame);
  }
}
