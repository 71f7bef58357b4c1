package de.qapix.checks.evaluation;

import de.qapix.checks.javascript.Node;
import de.qapix.checks.javascript.ParsedFile;
import de.qapix.checks.text.Hole;
import de.qapix.checks.text.Literal;
import de.qapix.checks.text.Piece;
import de.qapix.checks.text.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an expression is when the program has gone one way, as far as it matters to texts. Values
 * share their parts.
 */
sealed interface Value {

  /** Undefined, or no text at all. */
  Value NOTHING = new Nothing();

  record Nothing() implements Value {}

  /** A known text, or a hole of a known kind. */
  record Leaf(Piece piece) implements Value {}

  /** One after the other. */
  record Parts(List<Value> parts) implements Value {}

  /** An array. */
  record Items(List<Value> items) implements Value {}

  /** An array of unknown length of which each item is like this one. */
  record Repeated(Value item, Code list) implements Value {}

  /** The items of an array with something between. */
  record Joined(Value items, Value separator) implements Value {}

  /** A piece of SQL to the library, not a string that it would bind as a value. */
  record Sql(Value text) implements Value {}

  /**
   * Something in the template of a library that is no SQL as far as is known: mostly a value, but
   * not everywhere.
   */
  record Bound(Code code) implements Value {}

  /** What postgres.js makes of {@code sql(..)}, which depends on where that stands. */
  record Placed(Value argument, List<Value> columns, Code code) implements Value {}

  /** An object, a class or an enum. */
  record Structure(Node.Properties node, Frame frame) implements Value {}

  record Function(Node.Function node, Frame frame) implements Value {}

  /** All that a file exports. */
  record Exports(ParsedFile module) implements Value {}

  /** A schema of Drizzle's. */
  record Schema(Literal name) implements Value {}

  /**
   * A table of Drizzle's.
   *
   * @param schema in which it is, where that is said
   * @param alias by which it is known in the query; mostly its name
   */
  record Table(Optional<Literal> schema, Literal name, Literal alias, Map<String, Literal> columns)
      implements Value {

    boolean isAliased() {
      return !name.sql().equals(alias.sql());
    }
  }

  /** A column of one. */
  record Column(Table table, Literal name) implements Value {}

  /** Something that is not known before the program runs. */
  record Code(Node node, Frame frame) implements Value {

    Hole hole(Hole.Kind kind) {
      SourceText source = frame.source();
      int length = source.text().length();
      int start = Math.min(node.start(), length);
      int end = Math.min(Math.max(start, node.end()), length);
      return new Hole(kind, source.text().substring(start, end), source, start, end);
    }
  }
}
