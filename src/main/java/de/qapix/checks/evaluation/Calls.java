package de.qapix.checks.evaluation;

import de.qapix.checks.javascript.Binding;
import de.qapix.checks.javascript.Node;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What calls give back: those of functions whose code is known, and of some that are known by name.
 */
final class Calls {

  private static final Set<String> TRANSPARENT =
      Set.of("String", "dedent", "outdent", "stripIndent", "stripIndents", "format", "oneLine");

  private final Evaluator evaluator;
  private final SqlCalls sqlCalls;
  private final Methods methods;
  private final DrizzleTables tables;
  private final Formats formats;
  private final DrizzleOperators operators;
  private final Set<Node> running = Collections.newSetFromMap(new IdentityHashMap<>());

  Calls(Evaluator evaluator) {
    this.evaluator = evaluator;
    this.sqlCalls = new SqlCalls(evaluator);
    this.methods = new Methods(evaluator, this);
    this.tables = new DrizzleTables(evaluator);
    this.formats = new Formats(evaluator);
    this.operators = new DrizzleOperators(evaluator);
  }

  SqlCalls sql() {
    return sqlCalls;
  }

  Value of(Node.Call call, Frame frame) {
    Value unknown = new Value.Code(call, frame.source());
    if (call.callee() instanceof Node.Member member) {
      Value made = sqlCalls.ofMember(member, call, frame);
      if (made == null) {
        made = tables.of(call, frame);
      }
      if (made == null) {
        made = methods.of(member, call, frame);
      }
      if (made != null) {
        return made;
      }
    }
    if (call.callee() instanceof Node.Name name) {
      Value made = named(name.name(), call, frame);
      if (made != null) {
        return made;
      }
    }
    Value function = call.isNew() ? unknown : evaluator.of(call.callee(), frame);
    if (function instanceof Value.Function known) {
      return call(known, evaluator.items(call.arguments(), frame), call, frame);
    }
    return call.callee() instanceof Node.Name name ? sqlCalls.ofName(name, call, frame) : unknown;
  }

  private Value named(String name, Node.Call call, Frame frame) {
    if (call.arguments().isEmpty()) {
      return null;
    }
    if (name.equals("require") && call.arguments().get(0) instanceof Node.Text file) {
      return evaluator.required(file, call, frame);
    }
    Value made = name.equals("format") ? formats.of(call, frame) : operators.of(name, call, frame);
    if (made != null) {
      return made;
    }
    if (TRANSPARENT.contains(name)) {
      Value text = evaluator.of(call.arguments().get(0), frame);
      return text instanceof Value.Code ? null : text;
    }
    return tables.of(call, frame);
  }

  /** What a function gives back for some arguments; one that calls itself stays unknown. */
  Value call(Value.Function function, List<Value> arguments, Node call, Frame frame) {
    if (!running.add(function.node())) {
      return new Value.Code(call, frame.source());
    }
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
    Value value = evaluator.returned(function.node(), function.frame().call(given), call);
    running.remove(function.node());
    return value;
  }
}
