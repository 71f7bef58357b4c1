package de.qapix.checks.diff;

import static java.util.stream.Collectors.joining;

import de.qapix.catalog.ObjectKind;
import de.qapix.catalog.ObjectReferences;
import de.qapix.catalog.SchemaObject;
import java.util.Set;

/** The texts by which the server describes an object. */
final class ObjectSql {

  /** What no statement that makes the object has to name. */
  private static final Set<String> SILENT = Set.of("comment", "owner", "inherited");

  private ObjectSql() {}

  /** A text in quotes, as a constant of a statement. */
  static String literal(String text) {
    String quoted = "'" + text.replace("'", "''") + "'";
    return text.contains("\\") ? "E" + quoted.replace("\\", "\\\\") : quoted;
  }

  /** What the server prints of an object, without a semicolon. */
  static String definition(SchemaObject object) {
    String text = object.trait("definition").orElseThrow();
    return text.endsWith(";") ? text.substring(0, text.length() - 1) : text;
  }

  /** What makes an object can need all that is named in it. */
  static String text(SchemaObject object) {
    if (object.name().kind() != ObjectKind.FUNCTION) {
      return object.traits().entrySet().stream()
          .filter(trait -> !SILENT.contains(trait.getKey()))
          .map(trait -> trait.getValue())
          .collect(joining(" "));
    }
    return functionText(object);
  }

  /** The body is only a string to the server, unless it is written in standard SQL. */
  private static String functionText(SchemaObject function) {
    String text = function.trait("definition").orElse("");
    int body = text.indexOf("\nAS $");
    return body < 0 ? text : text.substring(0, body);
  }

  /**
   * The statement that makes an aggregate, which the server does not print by itself.
   *
   * @param create how it begins
   */
  static String aggregate(String create, SchemaObject aggregate) {
    return create
        + "aggregate "
        + ObjectReferences.key(aggregate.name())
        + aggregate.trait("aggregate").orElseThrow();
  }

  /**
   * Whether an aggregate can get its definition while it stays: its arguments and states are the
   * same.
   */
  static boolean isReplaceable(SchemaObject from, SchemaObject to) {
    return signature(from).equals(signature(to));
  }

  private static String signature(SchemaObject aggregate) {
    String text = aggregate.trait("aggregate").orElse("");
    String arguments = text.substring(0, text.indexOf(") (") + 1);
    boolean finishes = text.contains("finalfunc = ");
    return arguments
        + text.replaceFirst("(?s).* stype = ([^,)]*(?:\\([^)]*\\))?).*", " $1")
        + (finishes ? text.replaceFirst("(?s).*\\bfinalfunc = ([^,)]*).*", " $1") : "")
        + text.endsWith("hypothetical)");
  }
}
