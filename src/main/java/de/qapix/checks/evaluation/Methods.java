package de.qapix.checks.evaluation;

import de.qapix.checks.javascript.Node;
import de.qapix.checks.javascript.NodeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the methods of strings and arrays give back; null for those that say nothing about texts.
 */
final class Methods {

  private final Evaluator evaluator;
  private final Calls calls;

  Methods(Evaluator evaluator, Calls calls) {
    this.evaluator = evaluator;
    this.calls = calls;
  }

  Value of(Node.Member member, Node.Call call, Frame frame) {
    switch (member.name()) {
      case "trim",
          "trimStart",
          "trimEnd",
          "toString",
          "toUpperCase",
          "toLowerCase",
          "toLocaleUpperCase",
          "valueOf",
          "filter",
          "slice",
          "sort",
          "reverse",
          "flat",
          "as",
          "mapWith",
          "inlineParams",
          "$castTo",
          "$notNull",
          "existing",
          "enableRLS",
          "freeze" -> {
        return same(member, call, frame);
      }
      case "replace", "replaceAll" -> {
        return replaced(member, call, frame);
      }
      case "concat", "append" -> {
        return longer(member, call, frame);
      }
      case "join" -> {
        return joined(member, call, frame);
      }
      case "map", "flatMap" -> {
        return call.arguments().isEmpty()
            ? null
            : mapped(evaluator.of(member.object(), frame), call.arguments().get(0), call, frame);
      }
      case "fill" -> {
        return call.arguments().isEmpty() ? null : filled(call, frame);
      }
      case "from", "keys", "values", "entries" -> {
        return built(member, call, frame);
      }
      default -> {
        return null;
      }
    }
  }

  private Value same(Node.Member member, Node.Call call, Frame frame) {
    if (member.name().equals("freeze")) {
      return call.arguments().isEmpty() ? null : evaluator.of(call.arguments().get(0), frame);
    }
    Value value = evaluator.of(member.object(), frame);
    boolean part = member.name().equals("slice") || member.name().equals("filter");
    boolean known =
        part
            ? isList(value)
            : !(value instanceof Value.Code) && !(value instanceof Value.Structure);
    return known ? value : null;
  }

  private static boolean isList(Value value) {
    return value instanceof Value.Items || value instanceof Value.Repeated;
  }

  /** Only blanks are replaced without a trace. */
  private Value replaced(Node.Member member, Node.Call call, Frame frame) {
    if (call.arguments().isEmpty()) {
      return null;
    }
    String pattern = NodeText.of(call.arguments().get(0), frame.source());
    boolean harmless =
        pattern.startsWith("/")
            && pattern.replaceAll("\\\\[sntr]|[/+*^$ gm{}\\d,|()]", "").isEmpty();
    Value value = evaluator.of(member.object(), frame);
    return harmless && !(value instanceof Value.Code) ? value : null;
  }

  private Value longer(Node.Member member, Node.Call call, Frame frame) {
    Value value = evaluator.of(member.object(), frame);
    List<Value> more = evaluator.items(call.arguments(), frame);
    if (value instanceof Value.Items items) {
      List<Value> all = new ArrayList<>(items.items());
      more.forEach(each -> all.add(Lists.spread(each)));
      return new Value.Items(all);
    }
    if (value instanceof Value.Code) {
      return null;
    }
    List<Value> all = new ArrayList<>(List.of(value));
    all.addAll(more);
    return Templates.isSql(value) ? new Value.Sql(new Value.Parts(all)) : new Value.Parts(all);
  }

  private Value joined(Node.Member member, Node.Call call, Frame frame) {
    Value list = evaluator.of(member.object(), frame);
    if (list instanceof Value.Code) {
      return null;
    }
    Value separator =
        call.arguments().isEmpty()
            ? new Value.Leaf(Templates.at(",", call, frame))
            : evaluator.of(call.arguments().get(0), frame);
    return new Value.Joined(list, separator);
  }

  private Value mapped(Value list, Node function, Node.Call call, Frame frame) {
    if (!(evaluator.of(function, frame) instanceof Value.Function known)) {
      return list instanceof Value.Code
          ? null
          : new Value.Repeated(
              new Value.Code(call, frame.source()), new Value.Code(call, frame.source()));
    }
    return mapped(list, known, call, frame);
  }

  private Value mapped(Value list, Value.Function function, Node.Call call, Frame frame) {
    if (list instanceof Value.Items items) {
      return new Value.Items(
          items.items().stream().map(item -> mappedItem(item, function, call, frame)).toList());
    }
    Value item =
        list instanceof Value.Repeated repeated
            ? calls.call(function, List.of(repeated.item()), call, frame)
            : calls.call(function, List.of(), call, frame);
    return new Value.Repeated(item, new Value.Code(call, frame.source()));
  }

  private Value mappedItem(Value item, Value.Function function, Node.Call call, Frame frame) {
    if (item instanceof Value.Many many) {
      return new Value.Many(
          many.items().stream().map(each -> mappedItem(each, function, call, frame)).toList());
    }
    if (item instanceof Value.Choice choice) {
      return new Value.Choice(
          choice.decision(),
          choice.branches().stream().map(each -> mappedItem(each, function, call, frame)).toList());
    }
    return calls.call(function, List.of(item), call, frame);
  }

  private Value filled(Node.Call call, Frame frame) {
    Value item = evaluator.of(call.arguments().get(0), frame);
    return new Value.Repeated(item, new Value.Code(call, frame.source()));
  }

  /** {@code Array.from(..)}, {@code Object.keys(..)} and their like. */
  private Value built(Node.Member member, Node.Call call, Frame frame) {
    if (!(member.object() instanceof Node.Name owner) || call.arguments().isEmpty()) {
      return null;
    }
    Value of = evaluator.of(call.arguments().get(0), frame);
    if (owner.name().equals("Array")) {
      return call.arguments().size() < 2
          ? of
          : mapped(
              isList(of) ? of : new Value.Code(call, frame.source()),
              call.arguments().get(1),
              call,
              frame);
    }
    if (!owner.name().equals("Object")
        || !(of instanceof Value.Structure properties)
        || !properties.node().spreads().isEmpty()) {
      return null;
    }
    List<Value> items = new ArrayList<>();
    for (Map.Entry<String, Node.Property> property : properties.node().properties().entrySet()) {
      Value key =
          new Value.Leaf(
              IdentifierKeys.literal(
                  property.getKey(), property.getValue(), properties.frame().source()));
      Value value = evaluator.of(property.getValue().value(), properties.frame());
      items.add(
          switch (member.name()) {
            case "keys" -> key;
            case "values" -> value;
            default -> new Value.Items(List.of(key, value));
          });
    }
    return new Value.Items(items);
  }
}
