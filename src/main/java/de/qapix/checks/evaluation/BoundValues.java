package de.qapix.checks.evaluation;

import de.qapix.checks.javascript.Node;
import de.qapix.checks.text.Hole.Kind;
import de.qapix.sql.Keywords;
import java.util.List;

/** What becomes of values in the template of a library: SQL stays, all else is bound. */
final class BoundValues {

  private final Evaluation evaluation;

  BoundValues(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  /**
   * What stands in the template for an expression.
   *
   * @param place all that is written in the hole
   */
  Value inHole(Node expression, Node place, Frame frame) {
    Value value = evaluation.of(expression, frame);
    boolean nothing =
        value instanceof Value.Nothing
            || (value instanceof Value.Items items && items.items().isEmpty());
    return nothing && SqlExpressions.mayBeSql(expression, frame)
        ? Value.NOTHING
        : of(value, place, frame);
  }

  Value of(Value value, Node code, Frame frame) {
    if (value instanceof Value.Table table) {
      String alias = table.isAliased() ? " " + Keywords.inQuotes(table.alias().sql()) : "";
      return Pieces.text(qualified(table) + alias, code, frame);
    }
    if (value instanceof Value.Column column) {
      Value.Table table = column.table();
      String owner = table.isAliased() ? Keywords.inQuotes(table.alias().sql()) : qualified(table);
      return Pieces.text(owner + "." + Keywords.inQuotes(column.name().sql()), code, frame);
    }
    if (value instanceof Value.Function function) {
      return ofFunction(function, code, frame);
    }
    if (!SqlExpressions.isSql(value)) {
      return new Value.Bound(new Value.Code(code, frame));
    }
    return value instanceof Value.Items
        ? new Value.Joined(items(value, code, frame), Pieces.text(" ", code, frame))
        : value;
  }

  private static String qualified(Value.Table table) {
    String schema = table.schema().map(name -> Keywords.inQuotes(name.sql()) + ".").orElse("");
    return schema + Keywords.inQuotes(table.name().sql());
  }

  /** TypeORM puts in the text that a function returns, or binds the values. */
  private Value ofFunction(Value.Function function, Node code, Frame frame) {
    Value result = evaluation.call(function, List.of(), code, frame);
    boolean text = result instanceof Value.Leaf || result instanceof Value.Parts;
    return text ? new Value.Sql(result) : Pieces.hole(Kind.VALUES, code, frame);
  }

  /** The same for each item of a list. */
  Value items(Value list, Node code, Frame frame) {
    if (list instanceof Value.Items items) {
      return new Value.Items(items.items().stream().map(item -> items(item, code, frame)).toList());
    }
    if (list instanceof Value.Repeated repeated) {
      return new Value.Repeated(item(repeated.item(), code, frame), repeated.list());
    }
    return item(list, code, frame);
  }

  private Value item(Value value, Node code, Frame frame) {
    return value instanceof Value.Nothing ? value : of(value, code, frame);
  }
}
