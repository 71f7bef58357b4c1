package de.qapix.checks.evaluation;

import de.qapix.checks.text.Hole;
import de.qapix.checks.text.Literal;
import de.qapix.checks.text.Piece;
import java.util.ArrayList;
import java.util.List;

/** Writes a value as a text of pieces. */
final class Rendering {

  private static final int MOST_PIECES = 20_000;
  private static final int MOST_VALUES = 200_000;

  private final List<Piece> pieces = new ArrayList<>();
  private int values;

  private Rendering() {}

  static List<Piece> of(Value value) {
    Rendering rendering = new Rendering();
    rendering.write(value);
    return rendering.pieces;
  }

  private void write(Value value) {
    if (pieces.size() > MOST_PIECES || ++values > MOST_VALUES) {
      return;
    }
    if (value instanceof Value.Leaf leaf) {
      add(leaf.piece());
    } else if (value instanceof Value.Parts parts) {
      parts.parts().forEach(this::write);
    } else if (value instanceof Value.Joined joined) {
      join(joined.items(), of(joined.separator()));
    } else if (value instanceof Value.Sql sql) {
      write(sql.text());
    } else if (value instanceof Value.Placed placed) {
      new PostgresJsHelpers(pieces, Rendering::constants).of(placed).forEach(this::add);
    } else if (value instanceof Value.Bound bound) {
      add(bound.code().hole(TextBeforeHole.of(pieces).kind()));
    } else if (value instanceof Value.Code code) {
      add(code.hole(Hole.Kind.ANY));
    } else {
      writeList(value);
    }
  }

  private void writeList(Value value) {
    if (value instanceof Value.Items || value instanceof Value.Repeated) {
      join(value, List.of());
    } else if (value instanceof Value.Table table) {
      add(Pieces.quoted(table.name(), false));
    } else if (value instanceof Value.Column column) {
      add(Pieces.quoted(column.name(), false));
    } else if (value instanceof Value.Structure properties) {
      add(new Value.Code(properties.node(), properties.frame()).hole(Hole.Kind.ANY));
    } else if (value instanceof Value.Function function) {
      add(new Value.Code(function.node(), function.frame()).hole(Hole.Kind.ANY));
    }
  }

  /** The texts among the items of a value that are known as a whole. */
  private static List<Literal> constants(Value value) {
    return items(value).stream()
        .filter(item -> item.size() == 1 && item.get(0) instanceof Literal)
        .map(item -> (Literal) item.get(0))
        .toList();
  }

  private void join(Value list, List<Piece> separator) {
    boolean first = true;
    for (List<Piece> item : items(list)) {
      if (!first && separator.isEmpty()) {
        item = withComma(item);
      } else if (!first) {
        separator.forEach(this::add);
      }
      item.forEach(this::add);
      first = false;
    }
  }

  private static List<Piece> withComma(List<Piece> item) {
    List<Piece> pieces = new ArrayList<>();
    Piece next = item.get(0);
    int at = next instanceof Literal literal ? literal.offset(0) : ((Hole) next).start();
    pieces.add(new Literal(",", next.source(), new int[] {at, at}));
    pieces.addAll(item);
    return pieces;
  }

  /** The items of a list, those left out that are empty. */
  private static List<List<Piece>> items(Value list) {
    List<List<Piece>> items = new ArrayList<>();
    collect(list, items);
    items.removeIf(List::isEmpty);
    return items;
  }

  private static void collect(Value value, List<List<Piece>> items) {
    if (value instanceof Value.Items list) {
      list.items().forEach(item -> collect(item, items));
    } else if (value instanceof Value.Repeated repeated) {
      items.add(repeated(of(repeated.item()), repeated.list()));
    } else {
      items.add(of(value));
    }
  }

  /** Any number of parameters is one hole. */
  private static List<Piece> repeated(List<Piece> item, Value.Code list) {
    boolean parameter =
        item.size() == 1 && item.get(0) instanceof Hole hole && hole.kind() == Hole.Kind.VALUE;
    return parameter ? List.of(list.hole(Hole.Kind.VALUES)) : item;
  }

  /** A dollar and a number that is computed are a parameter. */
  private void add(Piece piece) {
    if (piece instanceof Literal literal) {
      if (!literal.sql().isEmpty()) {
        pieces.add(literal);
      }
      return;
    }
    Hole hole = (Hole) piece;
    int last = pieces.size() - 1;
    if (hole.kind() == Hole.Kind.ANY
        && last >= 0
        && pieces.get(last) instanceof Literal before
        && endsWithDollar(before.sql())) {
      int length = before.sql().length() - 1;
      pieces.remove(last);
      if (length > 0) {
        pieces.add(before.part(0, length));
      }
      pieces.add(new Hole(Hole.Kind.VALUE, hole.code(), hole.source(), hole.start(), hole.end()));
      return;
    }
    pieces.add(hole);
  }

  private static boolean endsWithDollar(String sql) {
    int last = sql.length() - 1;
    return sql.charAt(last) == '$'
        && (last == 0
            || (sql.charAt(last - 1) != '$' && !Character.isLetterOrDigit(sql.charAt(last - 1))));
  }
}
