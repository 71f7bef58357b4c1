package de.qapix.checks.evaluation;

import de.qapix.checks.javascript.Node;
import de.qapix.checks.text.Hole.Kind;
import de.qapix.checks.text.Literal;
import de.qapix.sql.Keywords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What makes values with a type: of Slonik, and literals of Kysely. */
final class TypedSqlBuilders {

  private static final Map<String, String> CASTS =
      Map.of(
          "json",
          "::json",
          "jsonb",
          "::jsonb",
          "date",
          "::date",
          "timestamp",
          "::timestamptz",
          "interval",
          "::interval",
          "uuid",
          "::uuid",
          "binary",
          "::bytea");

  private final Evaluation evaluation;

  TypedSqlBuilders(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  /** Of a helper that gives a value. */
  Value of(String helper, Node.Call call, Frame frame) {
    Value hole = Pieces.hole(Kind.VALUE, call, frame);
    if (helper.equals("lit") || helper.equals("literalValue")) {
      return new Value.Sql(literal(call, frame).orElse(hole));
    }
    if (!frame.module().importedFiles().contains("slonik")) {
      return new Value.Sql(hole);
    }
    if (helper.equals("array") && call.arguments().size() > 1) {
      Value type = evaluation.of(call.arguments().get(1), frame);
      return new Value.Sql(
          new Value.Parts(
              List.of(
                  hole,
                  Pieces.text("::", call, frame),
                  type,
                  Pieces.text(SqlExpressions.isSql(type) ? "" : "[]", call, frame))));
    }
    String cast = CASTS.getOrDefault(helper, "");
    return new Value.Sql(new Value.Parts(List.of(hole, Pieces.text(cast, call, frame))));
  }

  private Optional<Value> literal(Node.Call call, Frame frame) {
    Node argument = call.arguments().get(0);
    Value value = evaluation.of(argument, frame);
    if (argument instanceof Node.Numeral) {
      return Optional.of(value);
    }
    return Pieces.constant(value)
        .map(
            text ->
                new Value.Leaf(
                    Pieces.at("'" + text.sql().replace("'", "''") + "'", argument, frame)));
  }

  /** {@code sql.unnest(rows, ['int4', 'text'])} is a function with one array for each type. */
  Value unnest(Node.Call call, Frame frame) {
    Value types =
        call.arguments().size() < 2 ? Value.NOTHING : evaluation.of(call.arguments().get(1), frame);
    if (!(types instanceof Value.Items items)) {
      return new Value.Sql(Pieces.hole(Kind.SQL, call, frame));
    }
    List<Value> parts = new ArrayList<>();
    parts.add(Pieces.text("unnest(", call, frame));
    for (Value type : items.items()) {
      parts.add(Pieces.text(parts.size() == 1 ? "" : ", ", call, frame));
      parts.add(Pieces.hole(Kind.VALUE, call, frame));
      parts.add(Pieces.text("::" + typeName(type) + "[]", call, frame));
    }
    parts.add(Pieces.text(")", call, frame));
    return new Value.Sql(new Value.Parts(parts));
  }

  private static String typeName(Value type) {
    if (type instanceof Value.Items parts) {
      List<String> names = new ArrayList<>();
      parts
          .items()
          .forEach(
              part ->
                  names.add(
                      Keywords.inQuotes(Pieces.constant(part).map(Literal::sql).orElse("text"))));
      return String.join(".", names);
    }
    return Pieces.constant(type).map(Literal::sql).orElse("text");
  }
}
