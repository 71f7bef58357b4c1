package de.qapix.checks.evaluation;

import de.qapix.checks.javascript.Node;
import de.qapix.checks.javascript.SqlHints;
import de.qapix.checks.text.Hole.Kind;
import de.qapix.checks.text.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What the helpers of SQL libraries make, such as {@code Prisma.join} or {@code sql.identifier}.
 */
final class SqlCalls {

  private static final Set<String> VALUES =
      Set.of(
          """
          lit val value param placeholder literalValue literal json jsonb array date timestamp
          interval binary uuid typed bigint bytea"""
              .split("\\s", -1));

  private final Evaluation evaluation;
  private final BoundValues bound;
  private final TypedSqlBuilders typed;

  SqlCalls(Evaluation evaluation, BoundValues bound) {
    this.evaluation = evaluation;
    this.bound = bound;
    this.typed = new TypedSqlBuilders(evaluation);
  }

  /** Of {@code object.helper(..)}; null if it is none. */
  Value ofMember(Node.Member member, Node.Call call, Frame frame) {
    boolean sql = isSqlObject(member.object(), frame);
    if (call.arguments().isEmpty()) {
      return sql && member.name().equals("empty") ? new Value.Sql(Value.NOTHING) : null;
    }
    if (call.isNew()) {
      return member.name().equals("Sql") ? assembled(call, frame) : null;
    }
    Node first = call.arguments().get(0);
    if (member.name().equals("raw") || member.name().equals("unsafe")) {
      boolean string = member.object() instanceof Node.Name name && name.name().equals("String");
      return string ? null : new Value.Sql(evaluation.of(first, frame));
    }
    return sql ? helper(member.name(), call, frame) : null;
  }

  private Value helper(String name, Node.Call call, Frame frame) {
    return switch (name) {
      case "join" -> joined(call, frame);
      case "unnest" -> typed.unnest(call, frame);
      case "fragment" -> new Value.Sql(evaluation.of(call.arguments().get(0), frame));
      case "identifier", "ref", "table", "id", "column", "name" -> name(call, frame);
      default -> VALUES.contains(name) ? typed.of(name, call, frame) : null;
    };
  }

  /** {@code new Prisma.Sql(strings, values)}. */
  private Value assembled(Node.Call call, Frame frame) {
    if (!(evaluation.of(call.arguments().get(0), frame) instanceof Value.Items strings)) {
      return null;
    }
    List<Value> parts = new ArrayList<>();
    for (Value string : strings.items()) {
      if (!parts.isEmpty()) {
        parts.add(
            Pieces.hole(Kind.VALUE, call.arguments().get(call.arguments().size() - 1), frame));
      }
      parts.add(string);
    }
    return new Value.Sql(new Value.Parts(parts));
  }

  private static boolean isSqlObject(Node object, Frame frame) {
    return object instanceof Node.Name name
        && (SqlHints.isSql(name.name()) || frame.module().tags().contains(name.name()));
  }

  /** Of {@code sql(..)}, as postgres.js has it, and of helpers that are imported one by one. */
  Value ofName(Node.Name name, Node.Call call, Frame frame) {
    Value.Code code = new Value.Code(call, frame);
    boolean tag = frame.module().tags().contains(name.name());
    if (!tag || call.arguments().isEmpty()) {
      return name.name().equals("join")
              && frame.module().importedFiles().contains("sql-template-tag")
          ? joined(call, frame)
          : code;
    }
    List<Value> arguments = evaluation.items(call.arguments(), frame);
    return new Value.Placed(arguments.get(0), arguments.subList(1, arguments.size()), code);
  }

  private Value joined(Node.Call call, Frame frame) {
    Node list = call.arguments().get(0);
    Value items = evaluation.of(list, frame);
    Value separator = separator(call, frame);
    if (SqlExpressions.isSql(items)) {
      Value joined = new Value.Joined(bound.items(items, list, frame), separator);
      return enclosed(joined, call, frame);
    }
    if (Emptiness.isEmpty(items) && SqlExpressions.mayBeSql(list, frame)) {
      return enclosed(Value.NOTHING, call, frame);
    }
    boolean commas =
        !(separator instanceof Value.Leaf leaf)
            || !(leaf.piece() instanceof Literal text)
            || text.sql().contains(",");
    boolean values = commas && !(items instanceof Value.Items known && known.items().isEmpty());
    return enclosed(Pieces.hole(values ? Kind.VALUES : Kind.SQL, call, frame), call, frame);
  }

  /** With the prefix and the suffix that {@code Prisma.join} may have. */
  private Value enclosed(Value joined, Node.Call call, Frame frame) {
    List<Value> parts = new ArrayList<>(List.of(joined));
    for (int i = 2; i < Math.min(4, call.arguments().size()); i++) {
      parts.add(i == 2 ? 0 : parts.size(), evaluation.of(call.arguments().get(i), frame));
    }
    return new Value.Sql(new Value.Parts(parts));
  }

  private Value separator(Node.Call call, Frame frame) {
    if (call.arguments().size() < 2) {
      return Pieces.text(", ", call, frame);
    }
    return evaluation.of(call.arguments().get(1), frame);
  }

  /** A name whose parts are several arguments, an array, or one string with dots. */
  private Value name(Node.Call call, Frame frame) {
    List<Value> arguments = evaluation.items(call.arguments(), frame);
    Value value = arguments.size() == 1 ? arguments.get(0) : new Value.Items(arguments);
    List<Literal> parts = new ArrayList<>();
    boolean known =
        value instanceof Value.Items items
            ? items.items().stream()
                .allMatch(item -> Pieces.constant(item).map(parts::add).isPresent())
            : Pieces.constant(value).map(parts::add).isPresent();
    if (!known || parts.isEmpty()) {
      return new Value.Sql(Pieces.hole(Kind.NAME, call, frame));
    }
    boolean dotted = !(value instanceof Value.Items) && !isIdentifier(call);
    List<Value> pieces = new ArrayList<>();
    for (Literal part : parts) {
      if (!pieces.isEmpty()) {
        pieces.add(Pieces.text(".", call, frame));
      }
      pieces.add(new Value.Leaf(Pieces.quoted(part, dotted)));
    }
    return new Value.Sql(new Value.Parts(pieces));
  }

  private static boolean isIdentifier(Node.Call call) {
    return SqlHints.last(call.callee()).equals("identifier");
  }
}
