package de.qapix.checks.diff;

import de.qapix.catalog.CatalogObjects;
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
                  + ObjectSql.definition(object));
      case RULE -> made(object, ObjectSql.definition(object));
    };
  }

  private static Stream<DiffStep> made(SchemaObject object, String sql) {
    return made(object, Change.safe(sql));
  }

  private static Stream<DiffStep> made(SchemaObject object, Change change) {
    return Stream.of(DiffStep.making(object, ObjectSql.text(object), change));
  }

  private static String constraint(SchemaObject object) {
    return "constraint " + object.name().name() + " " + ObjectSql.definition(object);
  }

  /** The server prints an index of a partitioned table as one without its partitions. */
  private static String index(SchemaObject index) {
    String sql = ObjectSql.definition(index);
    return index.is("validity", "valid") ? sql.replaceFirst(" ON ONLY ", " ON ") : sql;
  }

  private static Stream<DiffStep> column(SchemaObject column) {
    String sql =
        "alter table "
            + column.name().parent().sql()
            + " add column "
            + ColumnSql.definition(column);
    boolean needsValues = ColumnSql.isNotNull(column) && !ColumnSql.fillsItself(column);
    return Stream.concat(
        made(column, needsValues ? Change.needingValues(sql) : Change.safe(sql)),
        ColumnStorage.ofNew(column));
  }

  private static Stream<DiffStep> sequence(SchemaObject sequence) {
    return Stream.concat(
        made(
            sequence,
            "create sequence " + sequence.name().sql() + " " + ObjectSql.definition(sequence)),
        sequence.trait("owner").isPresent()
            ? Stream.of(AlterSequence.owner(sequence))
            : Stream.empty());
  }

  private static Stream<DiffStep> function(SchemaObject function) {
    return function.is("aggregate")
        ? made(function, Change.byHand(function.name(), "new aggregate"))
        : made(function, ObjectSql.definition(function));
  }

  private static Stream<DiffStep> trigger(SchemaObject trigger) {
    return Stream.concat(
        made(trigger, ObjectSql.definition(trigger)),
        trigger.is("state", "enabled") ? Stream.empty() : Stream.of(AlterTrigger.state(trigger)));
  }
}
