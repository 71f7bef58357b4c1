package de.qapix.checks.evaluation;

import de.qapix.checks.javascript.Binding;
import de.qapix.checks.javascript.Guard;
import de.qapix.checks.javascript.Node;
import de.qapix.checks.javascript.Write;
import java.util.ArrayList;
import java.util.List;

/** What a variable is at a place: its first value and all that was done to it before. */
final class Variables {

  private final Evaluator evaluator;

  Variables(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  Value at(Binding binding, Node use, int offset, Frame frame) {
    Value value = first(binding, use, frame);
    List<Value> appended = new ArrayList<>();
    List<Write> writes = binding.writes();
    for (int i = lastFresh(binding, offset); i < writes.size(); i++) {
      Write write = writes.get(i);
      if (write.offset() >= offset) {
        continue;
      }
      if (write.kind() == Write.Kind.APPEND) {
        append(write, value, binding, frame, appended);
      } else {
        value = after(write, withAppended(value, appended), binding, use, frame);
        appended.clear();
      }
    }
    return withAppended(value, appended);
  }

  /** Numbers that are counted up are no texts. */
  private void append(
      Write write, Value before, Binding binding, Frame frame, List<Value> appended) {
    List<Value> values = evaluator.items(write.values(), frame);
    if (!(before instanceof Value.Code) || isText(values)) {
      List<Guard> guards = guardsWithin(write.guard(), binding.guard());
      appended.add(guarded(guards, new Value.Parts(values), Value.NOTHING, frame));
    }
  }

  private static Value withAppended(Value value, List<Value> appended) {
    if (appended.isEmpty()) {
      return value;
    }
    List<Value> parts = new ArrayList<>();
    parts.add(value instanceof Value.Sql sql ? sql.text() : value);
    parts.addAll(appended);
    Value longer = new Value.Parts(parts);
    return value instanceof Value.Sql ? new Value.Sql(longer) : longer;
  }

  /** The last write that makes all before it irrelevant. */
  private static int lastFresh(Binding binding, int offset) {
    List<Write> writes = binding.writes();
    for (int i = writes.size() - 1; i > 0; i--) {
      Write write = writes.get(i);
      if (write.offset() < offset
          && write.kind() == Write.Kind.ASSIGN
          && write.guard() == binding.guard()) {
        return i;
      }
    }
    return 0;
  }

  private Value first(Binding binding, Node use, Frame frame) {
    if (binding.isParameter()) {
      return parameter(binding, use, frame);
    }
    if (binding.initial() == null) {
      return Value.NOTHING;
    }
    Value initial = evaluator.of(binding.initial(), frame);
    if (!(initial instanceof Value.Code) && !initial.equals(Value.NOTHING)) {
      return initial;
    }
    return binding.fallback() == null
        ? unknown(initial, use, frame)
        : evaluator.of(binding.fallback(), frame);
  }

  private Value parameter(Binding binding, Node use, Frame frame) {
    Value given = frame.argument(binding);
    boolean known = given != null && !given.equals(Value.NOTHING);
    if (known && !(given instanceof Value.Code)) {
      return given;
    }
    if (binding.alternatives() != null) {
      return evaluator.of(binding.alternatives(), frame);
    }
    if (known) {
      return given;
    }
    return binding.fallback() == null
        ? new Value.Code(use, frame.source())
        : evaluator.of(binding.fallback(), frame);
  }

  /** A hole shows the code at its place, not where its value comes from. */
  private static Value unknown(Value initial, Node use, Frame frame) {
    return initial instanceof Value.Code ? new Value.Code(use, frame.source()) : initial;
  }

  private Value after(Write write, Value before, Binding binding, Node use, Frame frame) {
    List<Value> values = evaluator.items(write.values(), frame);
    List<Guard> guards = guardsWithin(write.guard(), binding.guard());
    return switch (write.kind()) {
      case APPEND -> before;
      case ASSIGN -> guarded(guards, values.get(0), before, frame);
      case UNKNOWN -> guarded(guards, new Value.Code(use, frame.source()), before, frame);
      case PUSH ->
          before instanceof Value.Code
              ? before
              : Lists.pushed(
                  before,
                  guarded(guards, new Value.Many(values), new Value.Many(List.of()), frame));
      case UNSHIFT ->
          before instanceof Value.Code
              ? before
              : Lists.unshifted(
                  before,
                  guarded(guards, new Value.Many(values), new Value.Many(List.of()), frame));
    };
  }

  private static boolean isText(List<Value> values) {
    return values.stream().anyMatch(value -> !(value instanceof Value.Code));
  }

  /** The guards of a write, the innermost first, up to those that its variable has itself. */
  private static List<Guard> guardsWithin(Guard guard, Guard outer) {
    List<Guard> guards = new ArrayList<>();
    for (Guard each = guard; each != null && each != outer; each = each.outer()) {
      guards.add(each);
    }
    return guards;
  }

  /** One value in the branch of some guards, and another everywhere else. */
  private Value guarded(List<Guard> guards, Value present, Value absent, Frame frame) {
    Value value = present;
    for (Guard guard : guards) {
      value = evaluator.conditions().guarded(guard, value, absent, frame);
    }
    return value;
  }

  /** What a function gives back. */
  Value returned(Node.Function function, Frame frame, Node call) {
    List<Node.Return> returns = function.returns();
    Value value = null;
    for (int i = returns.size() - 1; i >= 0; i--) {
      Node.Return each = returns.get(i);
      Value result = evaluator.of(each.value(), frame);
      List<Guard> guards = guardsWithin(each.guard(), null);
      guards.removeIf(guard -> guard.decision().owner() != function.scope());
      value = value == null ? result : guarded(guards, result, value, frame);
    }
    return value == null ? new Value.Code(call, frame.source()) : value;
  }
}
