package de.qapix.checks.evaluation;

import de.qapix.checks.text.Hole.Kind;
import de.qapix.checks.text.Literal;
import de.qapix.checks.text.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code sql(..)} of postgres.js is, by the last keyword before it. */
final class PostgresJsHelpers {

  private static final Pattern KEYWORDS =
      Pattern.compile(
          "(?i)\\b(in|insert|update|set|values|select|as|returning|from|join|by|where|and|or|on)\\b");

  private final List<Piece> before;
  private final Function<Value, List<Literal>> constants;

  PostgresJsHelpers(List<Piece> before, Function<Value, List<Literal>> constants) {
    this.before = before;
    this.constants = constants;
  }

  List<Piece> of(Value.Placed placed) {
    List<Literal> columns = columns(placed);
    return switch (lastKeyword()) {
      case "in", "values" -> List.of(placed.code().hole(Kind.VALUES_IN_PARENTHESES));
      case "insert" ->
          columns.isEmpty() ? List.of(placed.code().hole(Kind.ROWS)) : rows(columns, placed.code());
      case "set" ->
          columns.isEmpty()
              ? List.of(placed.code().hole(Kind.ASSIGNMENTS))
              : assignments(columns, placed.code());
      default -> names(placed, columns);
    };
  }

  /** In an insert, an update of its conflict comes later than its rows. */
  private String lastKeyword() {
    StringBuilder text = new StringBuilder();
    before.forEach(piece -> text.append(piece instanceof Literal literal ? literal.sql() : " x "));
    Matcher matcher = KEYWORDS.matcher(text);
    String last = "";
    while (matcher.find()) {
      last = matcher.group().toLowerCase(Locale.ROOT);
    }
    return last;
  }

  private List<Literal> columns(Value.Placed placed) {
    List<Literal> columns = new ArrayList<>();
    if (!placed.columns().isEmpty()) {
      placed.columns().forEach(column -> columns.addAll(constants.apply(column)));
      return columns;
    }
    Value argument = placed.argument();
    Value item = argument instanceof Value.Repeated repeated ? repeated.item() : argument;
    item =
        item instanceof Value.Items items && !items.items().isEmpty() ? items.items().get(0) : item;
    if (item instanceof Value.Structure object && object.node().spreads().isEmpty()) {
      object
          .node()
          .properties()
          .forEach(
              (key, property) -> columns.add(Pieces.key(key, property, object.frame().source())));
    }
    return columns;
  }

  private List<Piece> names(Value.Placed placed, List<Literal> columns) {
    List<Literal> names = new ArrayList<>(columns);
    if (names.isEmpty()) {
      names.addAll(constants.apply(placed.argument()));
    }
    boolean list =
        placed.argument() instanceof Value.Items || placed.argument() instanceof Value.Repeated;
    if (names.isEmpty()) {
      return List.of(
          placed.code().hole(list || !placed.columns().isEmpty() ? Kind.NAMES : Kind.NAME));
    }
    List<Piece> pieces = new ArrayList<>();
    list(pieces, names, placed.code());
    return pieces;
  }

  private static void list(List<Piece> pieces, List<Literal> names, Value.Code code) {
    for (int i = 0; i < names.size(); i++) {
      if (i > 0) {
        pieces.add(text(", ", code));
      }
      pieces.add(Pieces.quoted(names.get(i), true));
    }
  }

  private static List<Piece> rows(List<Literal> columns, Value.Code code) {
    List<Piece> pieces = new ArrayList<>();
    pieces.add(text("(", code));
    list(pieces, columns, code);
    pieces.add(text(") values (", code));
    for (int i = 0; i < columns.size(); i++) {
      if (i > 0) {
        pieces.add(text(", ", code));
      }
      pieces.add(code.hole(Kind.VALUE));
    }
    pieces.add(text(")", code));
    return pieces;
  }

  private static List<Piece> assignments(List<Literal> columns, Value.Code code) {
    List<Piece> pieces = new ArrayList<>();
    for (Literal column : columns) {
      if (!pieces.isEmpty()) {
        pieces.add(text(", ", code));
      }
      pieces.add(Pieces.quoted(column, true));
      pieces.add(text(" = ", code));
      pieces.add(code.hole(Kind.VALUE));
    }
    return pieces;
  }

  private static Literal text(String sql, Value.Code code) {
    return Pieces.at(sql, code.node(), code.frame());
  }
}
