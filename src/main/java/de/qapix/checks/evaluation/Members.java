package de.qapix.checks.evaluation;

import de.qapix.checks.javascript.Node;
import de.qapix.checks.javascript.NodeText;
import de.qapix.checks.javascript.UnescapedText;
import java.util.ArrayList;
import java.util.List;

/** What {@code object.name} and {@code object[index]} are. */
final class Members {

  /** A list that is longer is no choice of pieces of SQL. */
  private static final int MOST_KEYS = 200;

  private final Evaluation evaluation;
  private final Decisions decisions;
  private final ImportedValues imports;

  Members(Evaluation evaluation, Decisions decisions, ImportedValues imports) {
    this.evaluation = evaluation;
    this.decisions = decisions;
    this.imports = imports;
  }

  /** The property of a value. */
  Value of(Value object, String name, Node node, Frame frame) {
    if (object instanceof Value.Structure properties) {
      return property(properties, name, node, frame);
    }
    if (object instanceof Value.Exports exports) {
      return imports.exported(exports.module(), name, node, frame);
    }
    if (object instanceof Value.Table table && table.columns().containsKey(name)) {
      return new Value.Column(table, table.columns().get(name));
    }
    if (object instanceof Value.Column column && name.equals("name")) {
      return new Value.Leaf(column.name());
    }
    if (object instanceof Value.Items items
        && isNumber(name)
        && Integer.parseInt(name) < items.items().size()) {
      return items.items().get(Integer.parseInt(name));
    }
    return new Value.Code(node, frame);
  }

  private static boolean isNumber(String name) {
    return !name.isEmpty() && name.length() < 6 && name.chars().allMatch(Character::isDigit);
  }

  private Value property(Value.Structure object, String name, Node node, Frame frame) {
    Node.Property property = object.node().properties().get(name);
    if (property != null) {
      boolean changes = object.frame().module().assignedProperties().contains(name);
      if (changes && !property.getter() && !(property.value() instanceof Node.Function)) {
        return new Value.Code(node, frame);
      }
      Value value = evaluation.of(property.value(), object.frame());
      return property.getter() && value instanceof Value.Function function
          ? evaluation.call(function, List.of(), node, frame)
          : value;
    }
    for (Node spread : object.node().spreads()) {
      Value value = of(evaluation.of(spread, object.frame()), name, node, frame);
      if (!(value instanceof Value.Code)) {
        return value;
      }
    }
    return new Value.Code(node, frame);
  }

  /** {@code COLUMNS[sort]} can be each of the properties. */
  Value index(Node.Index index, Frame frame) {
    Value object = evaluation.of(index.object(), frame);
    if (index.index() instanceof Node.Numeral number) {
      return of(object, NodeText.of(number, frame.source()), index, frame);
    }
    if (index.index() instanceof Node.Text text) {
      String name = UnescapedText.ofString(frame.source(), text.start(), text.end()).sql();
      return of(object, name, index, frame);
    }
    List<String> keys = keys(object);
    if (keys.isEmpty() || keys.size() > MOST_KEYS) {
      return new Value.Code(index, frame);
    }
    Value known =
        decisions
            .constant(index.index(), frame)
            .map(key -> of(object, key, index, frame))
            .orElse(null);
    if (known != null) {
      return known;
    }
    ConditionOperand subject = decisions.subject(index.index(), index.scope().function(), frame);
    int key = decisions.key(subject, keys);
    if (key < 0) {
      return new Value.Code(index, frame);
    }
    return object instanceof Value.Structure properties
        ? evaluation.of(
            properties.node().properties().get(keys.get(key)).value(), properties.frame())
        : ((Value.Items) object).items().get(key);
  }

  private static List<String> keys(Value object) {
    if (object instanceof Value.Structure properties) {
      return List.copyOf(properties.node().properties().keySet());
    }
    List<String> keys = new ArrayList<>();
    if (object instanceof Value.Items items) {
      for (int i = 0; i < items.items().size(); i++) {
        keys.add(Integer.toString(i));
      }
    }
    return keys;
  }
}
