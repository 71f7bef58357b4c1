package de.qapix.checks.evaluation;

import de.qapix.checks.javascript.Node;
import java.util.ArrayList;
import java.util.List;

/** Finds out what expressions are on one path through the program, without running anything. */
interface Evaluation {

  Value of(Node node, Frame frame);

  /** The property of a value. */
  Value member(Value object, String name, Node node, Frame frame);

  /** What a function gives back for some arguments. */
  Value call(Value.Function function, List<Value> arguments, Node call, Frame frame);

  /** What it gives back when nothing is known of its arguments. */
  Value callUnknown(Value.Function function, Node call, Frame frame);

  /** The path on which everything is evaluated now. */
  Path path();

  /** The elements of an array, or arguments. */
  default List<Value> items(List<Node> elements, Frame frame) {
    List<Value> items = new ArrayList<>();
    for (Node element : elements) {
      if (element instanceof Node.Spread spread) {
        Value list = of(spread.operand(), frame);
        items.addAll(list instanceof Value.Items known ? known.items() : List.of(list));
      } else {
        items.add(of(element, frame));
      }
    }
    return items;
  }
}
