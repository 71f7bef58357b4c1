package de.qapix.checks.evaluation;

import de.qapix.checks.javascript.Node;
import de.qapix.checks.javascript.SqlHints;
import de.qapix.checks.text.Literal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The tables that an application declares with Drizzle. */
final class DrizzleTables {

  private static final Set<String> FUNCTIONS =
      Set.of("pgTable", "pgView", "pgMaterializedView", "table", "view");

  private final Evaluation evaluation;

  DrizzleTables(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  /** Of {@code pgTable("name", { column: text("column") })}; null if the call is none. */
  Value of(Node.Call call, Frame frame) {
    String function = SqlHints.last(call.callee());
    if (function.equals("alias")) {
      return alias(call, frame);
    }
    if (function.equals("pgSchema")) {
      return schema(call, frame);
    }
    if (!FUNCTIONS.contains(function) || call.arguments().size() < 2) {
      return null;
    }
    Optional<Literal> name = Pieces.constant(evaluation.of(call.arguments().get(0), frame));
    Value columns = evaluation.of(call.arguments().get(1), frame);
    if (columns instanceof Value.Function made) {
      columns = evaluation.callUnknown(made, call, frame);
    }
    if (name.isEmpty() || !(columns instanceof Value.Structure properties)) {
      return null;
    }
    Map<String, Literal> names = new HashMap<>();
    properties
        .node()
        .properties()
        .forEach((key, property) -> names.put(key, column(key, property, properties.frame())));
    return new Value.Table(schemaOf(call, frame), name.get(), name.get(), names);
  }

  /** {@code pgSchema("agent")}. */
  private Value schema(Node.Call call, Frame frame) {
    return call.arguments().isEmpty()
        ? null
        : Pieces.constant(evaluation.of(call.arguments().get(0), frame))
            .<Value>map(Value.Schema::new)
            .orElse(null);
  }

  private Optional<Literal> schemaOf(Node.Call call, Frame frame) {
    return call.callee() instanceof Node.Member member
            && evaluation.of(member.object(), frame) instanceof Value.Schema schema
        ? Optional.of(schema.name())
        : Optional.empty();
  }

  /** {@code alias(users, 'u')}. */
  private Value alias(Node.Call call, Frame frame) {
    List<Value> arguments = evaluation.items(call.arguments(), frame);
    if (arguments.size() != 2 || !(arguments.get(0) instanceof Value.Table table)) {
      return null;
    }
    return Pieces.constant(arguments.get(1))
        .<Value>map(alias -> new Value.Table(table.schema(), table.name(), alias, table.columns()))
        .orElse(null);
  }

  /** {@code text("name").notNull()}; without a name the key is it. */
  private Literal column(String key, Node.Property property, Frame frame) {
    Node at = property.value();
    while (at instanceof Node.Call call && call.callee() instanceof Node.Member member) {
      at = member.object();
    }
    if (at instanceof Node.Call call && !call.arguments().isEmpty()) {
      Optional<Literal> name = Pieces.constant(evaluation.of(call.arguments().get(0), frame));
      if (name.isPresent()) {
        return name.get();
      }
    }
    return Pieces.key(key, property, frame.source());
  }
}
