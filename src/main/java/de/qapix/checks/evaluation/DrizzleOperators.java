package de.qapix.checks.evaluation;

import de.qapix.checks.javascript.Node;
import de.qapix.checks.text.Hole.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The functions with which Drizzle writes conditions and orders: {@code eq(users.id, id)}. */
final class DrizzleOperators {

  private static final Map<String, String> BETWEEN =
      Map.ofEntries(
          Map.entry("eq", " = "),
          Map.entry("ne", " <> "),
          Map.entry("gt", " > "),
          Map.entry("gte", " >= "),
          Map.entry("lt", " < "),
          Map.entry("lte", " <= "),
          Map.entry("like", " like "),
          Map.entry("ilike", " ilike "),
          Map.entry("notLike", " not like "),
          Map.entry("and", " and "),
          Map.entry("or", " or "));
  private static final Map<String, String> BEHIND =
      Map.of("asc", " asc", "desc", " desc", "isNull", " is null", "isNotNull", " is not null");
  private static final Map<String, String> LISTS =
      Map.of("inArray", " in ", "notInArray", " not in ");

  private final Evaluation evaluation;
  private final BoundValues bound;

  DrizzleOperators(Evaluation evaluation, BoundValues bound) {
    this.evaluation = evaluation;
    this.bound = bound;
  }

  /** What such a function makes; null if the name is none of them, or not Drizzle's. */
  Value of(String name, Node.Call call, Frame frame) {
    List<Node> arguments = call.arguments();
    if (arguments.isEmpty() || !frame.module().importedFiles().contains("drizzle-orm")) {
      return null;
    }
    if (BEHIND.containsKey(name)) {
      return sql(
          List.of(operand(arguments.get(0), frame), Pieces.text(BEHIND.get(name), call, frame)));
    }
    if (LISTS.containsKey(name) && arguments.size() > 1) {
      Value list = Pieces.hole(Kind.VALUES_IN_PARENTHESES, arguments.get(1), frame);
      return sql(
          List.of(
              operand(arguments.get(0), frame), Pieces.text(LISTS.get(name), call, frame), list));
    }
    if (!BETWEEN.containsKey(name)) {
      return null;
    }
    List<Value> operands = new ArrayList<>();
    arguments.forEach(argument -> operands.add(operand(argument, frame)));
    Value joined =
        new Value.Joined(new Value.Items(operands), Pieces.text(BETWEEN.get(name), call, frame));
    return sql(List.of(Pieces.text("(", call, frame), joined, Pieces.text(")", call, frame)));
  }

  private Value operand(Node node, Frame frame) {
    return bound.of(evaluation.of(node, frame), node, frame);
  }

  private static Value sql(List<Value> parts) {
    return new Value.Sql(new Value.Parts(parts));
  }
}
