package de.qapix.checks.diff;

import static java.util.stream.Collectors.joining;

import de.qapix.catalog.CatalogObjects;
import de.qapix.catalog.ObjectKind;
import de.qapix.catalog.ObjectName;
import de.qapix.catalog.SchemaObject;
import java.util.stream.Stream;

/** The steps that make an object with all that it is. */
final class Creations {

  private final CreateTable tables;

  Creations(CatalogObjects to) {
    this.tables = new CreateTable(to);
  }

  Stream<DiffStep> steps(SchemaObject object) {
    return Stream.concat(own(object), Comments.ofNew(object));
  }

  private Stream<DiffStep> own(SchemaObject object) {
    ObjectName name = object.name();
    return switch (name.kind()) {
      case SCHEMA -> made(object, "create schema " + name.sql());
      case EXTENSION -> made(object, "create extension " + name.sql());
      case TYPE -> made(object, TypeSql.create(object));
      case TABLE -> tables.steps(object);
      case COLUMN -> column(object);
      case CONSTRAINT ->
          made(object, "alter table " + name.parent().sql() + " add " + constraint(object));
      case INDEX -> made(object, index(object));
      case SEQUENCE -> sequence(object);
      case FUNCTION -> function(object);
      case TRIGGER -> trigger(object);
      case POLICY ->
          made(
              object,
              "create policy "
                  + name.name()
                  + " on "
                  + name.parent().sql()
                  + " as "
                  + definition(object));
      case RULE -> made(object, definition(object));
    };
  }

  /** What makes an object can need all that is named in it. */
  static String text(SchemaObject object) {
    if (object.name().kind() != ObjectKind.FUNCTION) {
      return object.traits().entrySet().stream()
          .filter(trait -> !trait.getKey().equals("comment") && !trait.getKey().equals("owner"))
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

  private static Stream<DiffStep> made(SchemaObject object, String sql) {
    return Stream.of(DiffStep.making(object, text(object), Change.safe(object.name(), sql)));
  }

  private static String constraint(SchemaObject object) {
    return "constraint " + object.name().name() + " " + definition(object);
  }

  private static String definition(SchemaObject object) {
    return Alterations.withoutEnd(object.trait("definition").orElseThrow());
  }

  /** The server prints an index of a partitioned table as one without its partitions. */
  private static String index(SchemaObject index) {
    String sql = definition(index);
    return index.is("validity", "valid") ? sql.replaceFirst(" ON ONLY ", " ON ") : sql;
  }

  private static Stream<DiffStep> column(SchemaObject column) {
    boolean needsValues = ColumnSql.isNotNull(column) && !ColumnSql.fillsItself(column);
    return Stream.concat(
        made(
            column,
            (needsValues ? "-- rows that are there need a value for it\n" : "")
                + "alter table "
                + column.name().parent().sql()
                + " add column "
                + ColumnSql.definition(column)),
        AlterColumn.optionsOfNew(column));
  }

  private static Stream<DiffStep> sequence(SchemaObject sequence) {
    return Stream.concat(
        made(sequence, "create sequence " + sequence.name().sql() + " " + definition(sequence)),
        sequence.trait("owner").isPresent()
            ? Stream.of(AlterSequence.owner(sequence))
            : Stream.empty());
  }

  private static Stream<DiffStep> function(SchemaObject function) {
    return function.is("aggregate")
        ? Stream.of(
            DiffStep.making(
                function, text(function), Change.notDone(function.name(), "an aggregate is new")))
        : made(function, definition(function));
  }

  private static Stream<DiffStep> trigger(SchemaObject trigger) {
    return Stream.concat(
        made(trigger, definition(trigger)),
        trigger.is("state", "enabled") ? Stream.empty() : Stream.of(Alterations.state(trigger)));
  }
}
