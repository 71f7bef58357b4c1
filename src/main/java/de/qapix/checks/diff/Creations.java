package de.qapix.checks.diff;

import de.qapix.catalog.CatalogObjects;
import de.qapix.catalog.ObjectName;
import de.qapix.catalog.SchemaObject;
import java.util.stream.Stream;

/** The steps that make an object with all that it is. */
final class Creations {

  private final CreateTable tables;
  private final PrivilegeSteps privileges;

  Creations(CatalogObjects from, CatalogObjects to) {
    this.privileges = new PrivilegeSteps(from, to);
    this.tables = new CreateTable(to, privileges);
  }

  Stream<DiffStep> steps(SchemaObject object) {
    return Stream.of(own(object), privileges.ofNew(object), Comments.ofNew(object))
        .flatMap(steps -> steps);
  }

  private Stream<DiffStep> own(SchemaObject object) {
    ObjectName name = object.name();
    return switch (name.kind()) {
      case SCHEMA -> made(object, "create schema " + name.sql());
      case EXTENSION -> SimpleObjects.createExtension(object);
      case TYPE -> TypeSql.steps(object);
      case TABLE -> tables.steps(object);
      case COLUMN -> column(object);
      case CONSTRAINT ->
          Stream.concat(
              made(object, "alter table " + name.parent().sql() + " add " + constraint(object)),
              AlterIndex.optionsOfNew(object));
      case INDEX -> Stream.concat(made(object, index(object)), AlterIndex.optionsOfNew(object));
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
      case RULE -> rule(object);
      case STATISTICS -> SimpleObjects.createStatistics(object);
      case FOREIGN_DATA_WRAPPER, SERVER, USER_MAPPING -> made(object, ForeignData.create(object));
      case TEXT_SEARCH_DICTIONARY, TEXT_SEARCH_CONFIGURATION -> TextSearch.create(object);
      case OPERATOR, OPERATOR_FAMILY, OPERATOR_CLASS -> OperatorSql.create(object);
      case PUBLICATION, SUBSCRIPTION -> made(object, Replication.create(object));
      case DEFAULT_PRIVILEGES -> Stream.empty();
      case LANGUAGE,
          ACCESS_METHOD,
          COLLATION,
          CONVERSION,
          TEXT_SEARCH_PARSER,
          TEXT_SEARCH_TEMPLATE,
          CAST,
          TRANSFORM,
          EVENT_TRIGGER ->
          SimpleObjects.create(object);
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
        Stream.concat(ColumnStorage.ofNew(column), ColumnOptions.ofNew(column)));
  }

  private static Stream<DiffStep> sequence(SchemaObject sequence) {
    return Stream.concat(
        made(
            sequence,
            (sequence.is("persistence", "unlogged") ? "create unlogged " : "create ")
                + "sequence "
                + sequence.name().sql()
                + " "
                + ObjectSql.definition(sequence)),
        sequence.trait("owner").isPresent()
            ? Stream.of(AlterSequence.owner(sequence))
            : Stream.empty());
  }

  private static Stream<DiffStep> function(SchemaObject function) {
    return made(
        function,
        function.is("aggregate")
            ? ObjectSql.aggregate("create ", function)
            : ObjectSql.definition(function));
  }

  private static Stream<DiffStep> rule(SchemaObject rule) {
    return Stream.concat(
        made(rule, ObjectSql.definition(rule)),
        rule.is("state", "enabled") ? Stream.empty() : Stream.of(AlterTrigger.state(rule)));
  }

  private static Stream<DiffStep> trigger(SchemaObject trigger) {
    return Stream.concat(
        made(trigger, ObjectSql.definition(trigger)),
        trigger.is("state", "enabled") ? Stream.empty() : Stream.of(AlterTrigger.state(trigger)));
  }
}
