package de.qapix.checks.evaluation;

import de.qapix.checks.javascript.Node;
import de.qapix.checks.javascript.NodeText;
import de.qapix.checks.text.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the methods of strings and arrays give back; null for those that say nothing about texts.
 */
final class Methods {

  /** Those that give back what they belong to, or something much like it. */
  private static final Set<String> SAME =
      Set.of(
          """
          trim trimStart trimEnd toString toUpperCase toLowerCase toLocaleUpperCase
          toLocaleLowerCase valueOf filter slice sort reverse flat as mapWith inlineParams
          $castTo $notNull existing enableRLS freeze"""
              .split("\\s", -1));

  private final Evaluation evaluation;

  Methods(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  Value of(Node.Member member, Node.Call call, Frame frame) {
    return switch (member.name()) {
      case "replace", "replaceAll" -> replaced(member, call, frame);
      case "concat", "append" -> longer(member, call, frame);
      case "join" -> joined(member, call, frame);
      case "map", "flatMap" ->
          call.arguments().isEmpty()
              ? null
              : mapped(evaluation.of(member.object(), frame), call.arguments().get(0), call, frame);
      case "fill" -> call.arguments().isEmpty() ? null : filled(call, frame);
      case "from", "keys", "values", "entries" -> built(member, call, frame);
      default -> SAME.contains(member.name()) ? same(member, call, frame) : null;
    };
  }

  private Value same(Node.Member member, Node.Call call, Frame frame) {
    if (member.name().equals("freeze")) {
      return call.arguments().isEmpty() ? null : evaluation.of(call.arguments().get(0), frame);
    }
    Value value = evaluation.of(member.object(), frame);
    boolean part = member.name().equals("slice") || member.name().equals("filter");
    boolean known =
        part
            ? isList(value)
            : !(value instanceof Value.Code) && !(value instanceof Value.Structure);
    return known ? changed(member.name(), value) : null;
  }

  private static Value changed(String method, Value value) {
    return switch (method) {
      case "toUpperCase", "toLocaleUpperCase" -> TextChanges.upperCase(value);
      case "toLowerCase", "toLocaleLowerCase" -> TextChanges.lowerCase(value);
      case "trim" -> TextChanges.trimmed(value);
      case "filter" ->
          value instanceof Value.Items items
              ? new Value.Items(items.items().stream().filter(item -> !isMissing(item)).toList())
              : value;
      default -> value;
    };
  }

  private static boolean isMissing(Value value) {
    return value instanceof Value.Code code
        && code.node() instanceof Node.Name name
        && (name.name().equals("null") || name.name().equals("false"));
  }

  private static boolean isList(Value value) {
    return value instanceof Value.Items || value instanceof Value.Repeated;
  }

  /** Of patterns only those are known that are for blanks, and texts. */
  private Value replaced(Node.Member member, Node.Call call, Frame frame) {
    if (call.arguments().isEmpty()) {
      return null;
    }
    Node pattern = call.arguments().get(0);
    String written = NodeText.of(pattern, frame.source());
    Value value = evaluation.of(member.object(), frame);
    if (value instanceof Value.Code) {
      return null;
    }
    if (written.startsWith("/")) {
      boolean harmless = written.replaceAll("\\\\[sntr]|[/+*^$ gm{}\\d,|()]", "").isEmpty();
      return harmless ? value : null;
    }
    Optional<String> part = Pieces.constant(evaluation.of(pattern, frame)).map(Literal::sql);
    if (part.isEmpty() || part.get().isEmpty() || call.arguments().size() < 2) {
      return null;
    }
    Node argument = call.arguments().get(1);
    Value other = evaluation.of(argument, frame);
    boolean isText = other instanceof Value.Leaf || other instanceof Value.Parts;
    return TextChanges.replaced(
        value,
        part.get(),
        isText ? other : new Value.Code(argument, frame),
        member.name().equals("replaceAll"));
  }

  private Value longer(Node.Member member, Node.Call call, Frame frame) {
    Value value = evaluation.of(member.object(), frame);
    List<Value> more = evaluation.items(call.arguments(), frame);
    if (value instanceof Value.Items items) {
      List<Value> all = new ArrayList<>(items.items());
      for (Value each : more) {
        all.addAll(each instanceof Value.Items list ? list.items() : List.of(each));
      }
      return new Value.Items(all);
    }
    if (value instanceof Value.Code) {
      return null;
    }
    List<Value> all = new ArrayList<>(List.of(value));
    all.addAll(more);
    return SqlExpressions.isSql(value) ? new Value.Sql(new Value.Parts(all)) : new Value.Parts(all);
  }

  private Value joined(Node.Member member, Node.Call call, Frame frame) {
    Value list = evaluation.of(member.object(), frame);
    if (list instanceof Value.Code) {
      return null;
    }
    Value separator =
        call.arguments().isEmpty()
            ? Pieces.text(",", call, frame)
            : evaluation.of(call.arguments().get(0), frame);
    return new Value.Joined(list, separator);
  }

  private Value mapped(Value list, Node function, Node.Call call, Frame frame) {
    if (!(evaluation.of(function, frame) instanceof Value.Function known)) {
      return list instanceof Value.Code
          ? null
          : new Value.Repeated(new Value.Code(call, frame), new Value.Code(call, frame));
    }
    return mapped(list, known, call, frame);
  }

  private Value mapped(Value list, Value.Function function, Node.Call call, Frame frame) {
    if (list instanceof Value.Items items) {
      return new Value.Items(
          items.items().stream()
              .map(item -> evaluation.call(function, List.of(item), call, frame))
              .toList());
    }
    Value item =
        list instanceof Value.Repeated repeated
            ? evaluation.call(function, List.of(repeated.item()), call, frame)
            : evaluation.callUnknown(function, call, frame);
    return new Value.Repeated(item, new Value.Code(call, frame));
  }

  private Value filled(Node.Call call, Frame frame) {
    Value item = evaluation.of(call.arguments().get(0), frame);
    return new Value.Repeated(item, new Value.Code(call, frame));
  }

  /** {@code Array.from(..)}, {@code Object.keys(..)} and their like. */
  private Value built(Node.Member member, Node.Call call, Frame frame) {
    if (!(member.object() instanceof Node.Name owner) || call.arguments().isEmpty()) {
      return null;
    }
    Value of = evaluation.of(call.arguments().get(0), frame);
    if (owner.name().equals("Array")) {
      return call.arguments().size() < 2
          ? of
          : mapped(
              isList(of) ? of : new Value.Code(call, frame), call.arguments().get(1), call, frame);
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
              Pieces.key(property.getKey(), property.getValue(), properties.frame().source()));
      Value value = evaluation.of(property.getValue().value(), properties.frame());
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
