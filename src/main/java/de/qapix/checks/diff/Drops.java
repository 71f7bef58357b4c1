package de.qapix.checks.diff;

import de.qapix.catalog.ObjectName;
import de.qapix.catalog.SchemaObject;

/** The statements that drop objects. */
final class Drops {

  private Drops() {}

  static Change change(SchemaObject object) {
    ObjectName name = object.name();
    String table = name.parent().sql();
    return switch (name.kind()) {
      case TABLE ->
          Change.losingIf(
              !object.isView() && !object.is("foreign table"), "drop " + target(object));
      // Its functions need it, and it needs its functions.
      case TYPE ->
          Change.losing("drop " + target(object) + (object.is("base type") ? " cascade" : ""));
      case SCHEMA, EXTENSION, SEQUENCE -> Change.losing("drop " + target(object));
      case FUNCTION, INDEX -> Change.safe("drop " + target(object));
      case COLUMN ->
          Change.losingIf(
              object.trait("generated").isEmpty(),
              "alter table " + table + " drop column " + name.name());
      case CONSTRAINT -> Change.safe("alter table " + table + " drop constraint " + name.name());
      case TRIGGER, POLICY, RULE ->
          Change.safe("drop " + name.kind().word() + " " + name.name() + " on " + table);
      default -> Change.safe("drop " + target(object));
    };
  }

  /** Drops a column while the tables below keep theirs. */
  static Change onlyHere(SchemaObject column) {
    ObjectName name = column.name();
    return Change.losing("alter table only " + name.parent().sql() + " drop column " + name.name());
  }

  /** The object as {@code drop} and {@code comment on} name it, e.g. {@code view shop.young}. */
  static String target(SchemaObject object) {
    ObjectName name = object.name();
    return switch (name.kind()) {
      case TABLE ->
          object.trait("type").orElse("table").replace("partitioned ", "") + " " + name.sql();
      case FUNCTION -> object.trait("type").orElse("function") + " " + name.sql();
      case TYPE -> (object.is("domain") ? "domain " : "type ") + name.sql();
      case INDEX, STATISTICS -> name.kind().word() + " " + name.schema() + "." + name.name();
      default -> name.kind().sql() + " " + name.sql();
    };
  }
}
