package de.qapix.checks.evaluation;

import de.qapix.checks.javascript.Binding;
import de.qapix.checks.javascript.Node;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What functions give back whose code is known. */
final class Calls {

  private final Evaluation evaluation;
  private final Variables variables;
  private final Set<Node> running = Collections.newSetFromMap(new IdentityHashMap<>());

  Calls(Evaluation evaluation, Variables variables) {
    this.evaluation = evaluation;
    this.variables = variables;
  }

  /** Ends all calls, as after one that was broken off. */
  void forget() {
    running.clear();
  }

  Value of(Value.Function function, List<Value> arguments, Node call, Frame frame) {
    Map<Binding, Value> given = new HashMap<>();
    List<Binding> parameters = function.node().parameters();
    for (int i = 0; i < parameters.size(); i++) {
      boolean rest = function.node().rest() && i == parameters.size() - 1;
      given.put(
          parameters.get(i),
          rest
              ? new Value.Items(
                  List.copyOf(arguments.subList(Math.min(i, arguments.size()), arguments.size())))
              : i < arguments.size() ? arguments.get(i) : Value.NOTHING);
    }
    return run(function, given, call, frame);
  }

  Value ofUnknown(Value.Function function, Node call, Frame frame) {
    return run(function, Map.of(), call, frame);
  }

  /** One that calls itself stays unknown. */
  private Value run(Value.Function function, Map<Binding, Value> given, Node call, Frame frame) {
    if (!running.add(function.node())) {
      evaluation.path().depend();
      return new Value.Code(call, frame);
    }
    Value value = variables.returned(function.node(), function.frame().call(given), call);
    running.remove(function.node());
    return value;
  }
}
