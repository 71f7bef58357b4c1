package de.qapix.checks.evaluation;

import de.qapix.checks.javascript.Decision;
import de.qapix.checks.javascript.Node;
import de.qapix.checks.javascript.UnescapedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What {@code object.name} and {@code object[index]} are. */
final class Members {

  private final Evaluator evaluator;

  Members(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  /** The property of a value. */
  Value of(Value object, String name, Node node, Frame frame) {
    if (object instanceof Value.Structure properties) {
      return property(properties, name, node, frame);
    }
    if (object instanceof Value.Exports exports) {
      return evaluator.exported(exports.module(), name, node, frame);
    }
    if (object instanceof Value.Table table && table.columns().containsKey(name)) {
      return new Value.Column(table.alias(), table.columns().get(name));
    }
    if (object instanceof Value.Column column && name.equals("name")) {
      return new Value.Leaf(column.name());
    }
    if (object instanceof Value.Items items
        && isNumber(name)
        && Integer.parseInt(name) < items.items().size()) {
      return items.items().get(Integer.parseInt(name));
    }
    if (object instanceof Value.Choice choice
        && choice.branches().stream()
            .anyMatch(
                branch -> branch instanceof Value.Structure || branch instanceof Value.Items)) {
      List<Value> branches =
          choice.branches().stream().map(branch -> of(branch, name, node, frame)).toList();
      return new Value.Choice(choice.decision(), branches);
    }
    return new Value.Code(node, frame.source());
  }

  private static boolean isNumber(String name) {
    return !name.isEmpty() && name.length() < 6 && name.chars().allMatch(Character::isDigit);
  }

  private Value property(Value.Structure object, String name, Node node, Frame frame) {
    Node.Property property = object.node().properties().get(name);
    if (property != null) {
      boolean changes = object.frame().module().assignedProperties().contains(name);
      if (changes && !property.getter() && !(property.value() instanceof Node.Function)) {
        return new Value.Code(node, frame.source());
      }
      Value value = evaluator.of(property.value(), object.frame());
      return property.getter() && value instanceof Value.Function function
          ? evaluator.calls().call(function, List.of(), node, frame)
          : value;
    }
    for (Node spread : object.node().spreads()) {
      Value value = of(evaluator.of(spread, object.frame()), name, node, frame);
      if (!(value instanceof Value.Code)) {
        return value;
      }
    }
    return new Value.Code(node, frame.source());
  }

  /** {@code COLUMNS[sort]} can be each of the properties. */
  Value index(Node.Index index, Frame frame) {
    Value object = evaluator.of(index.object(), frame);
    if (index.index() instanceof Node.Numeral number) {
      return of(
          object, frame.source().text().substring(number.start(), number.end()), index, frame);
    }
    if (index.index() instanceof Node.Text text) {
      String name = UnescapedText.literal(frame.source(), text.start() + 1, text.end() - 1).sql();
      return of(object, name, index, frame);
    }
    List<Value> all = new ArrayList<>();
    if (object instanceof Value.Structure properties) {
      for (Map.Entry<String, Node.Property> property : properties.node().properties().entrySet()) {
        all.add(evaluator.of(property.getValue().value(), properties.frame()));
      }
    } else if (object instanceof Value.Items items) {
      all.addAll(items.items());
    }
    if (all.isEmpty()) {
      return new Value.Code(index, frame.source());
    }
    String on = frame.source().text().substring(index.start(), index.end());
    return new Value.Choice(new Decision(index.scope().function(), on), all);
  }
}
