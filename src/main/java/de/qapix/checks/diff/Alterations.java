package de.qapix.checks.diff;

import de.qapix.catalog.CatalogDifference;
import de.qapix.catalog.CatalogObjects;
import de.qapix.catalog.ObjectName;
import de.qapix.catalog.SchemaObject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The steps for what can be changed while the object stays. */
final class Alterations {

  private static final String NOT_VALID = " NOT VALID";

  private final CatalogObjects from;
  private final CatalogObjects to;

  Alterations(CatalogObjects from, CatalogObjects to) {
    this.from = from;
    this.to = to;
  }

  Stream<DiffStep> steps(CatalogDifference difference) {
    SchemaObject old = from.get(difference.object());
    SchemaObject object = to.get(difference.object());
    String trait = difference.trait();
    if (trait.equals("comment")) {
      return Stream.of(Comments.step(object));
    }
    if (Set.of(PrivilegeSteps.OWNER, PrivilegeSteps.PRIVILEGES).contains(trait)) {
      return new PrivilegeSteps(from, to).steps(old, object, trait);
    }
    return switch (object.name().kind()) {
      case TABLE ->
          trait.equals("definition") ? replaced(object) : AlterTable.steps(old, object, trait);
      case COLUMN ->
          AlterColumn.TRAITS.contains(trait)
              ? column(old, object)
              : ColumnOptions.steps(old, object, trait);
      case TYPE -> AlterType.steps(old, object, trait);
      case INDEX ->
          trait.equals("validity") ? validity(object) : AlterIndex.steps(old, object, trait);
      case SEQUENCE -> AlterSequence.steps(old, object, trait);
      case FOREIGN_DATA_WRAPPER, SERVER, USER_MAPPING -> ForeignData.steps(old, object, trait);
      case TEXT_SEARCH_DICTIONARY, TEXT_SEARCH_CONFIGURATION ->
          TextSearch.steps(old, object, trait);
      case OPERATOR, OPERATOR_FAMILY, OPERATOR_CLASS -> OperatorSql.steps(old, object, trait);
      case PUBLICATION, SUBSCRIPTION -> Replication.steps(old, object, trait, to);
      case LANGUAGE, EVENT_TRIGGER -> SimpleObjects.steps(object, trait);
      case CONSTRAINT ->
          trait.equals("definition")
              ? Stream.of(step(object, trait))
              : AlterIndex.steps(old, object, trait);
      default -> Stream.of(step(object, trait));
    };
  }

  /** What is done to a column is done to its heirs, which may have to be something else. */
  private Stream<DiffStep> column(SchemaObject old, SchemaObject column) {
    return Stream.concat(
        AlterColumn.steps(afterParent(old, column), column, from, to),
        from.heirs(old)
            .filter(heir -> to.inherited(heir).filter(column::equals).isPresent())
            .flatMap(heir -> to.find(heir.name()).stream().flatMap(other -> column(heir, other))));
  }

  /** A column of a child table as it is when that of its parent has been altered. */
  private SchemaObject afterParent(SchemaObject old, SchemaObject column) {
    Optional<SchemaObject> parent = to.inherited(column);
    Optional<SchemaObject> formerParent = from.inherited(old);
    if (parent.isEmpty()
        || formerParent.isEmpty()
        || !parent.get().name().equals(formerParent.get().name())) {
      return old;
    }
    Map<String, String> traits = new TreeMap<>(old.traits());
    AlterColumn.PASSED_ON.stream()
        .filter(trait -> !parent.get().trait(trait).equals(formerParent.get().trait(trait)))
        .forEach(
            trait -> {
              traits.remove(trait);
              parent.get().trait(trait).ifPresent(text -> traits.put(trait, text));
            });
    return new SchemaObject(old.name(), traits);
  }

  private static DiffStep step(SchemaObject object, String trait) {
    return switch (object.name().kind().word() + " " + trait) {
      case "constraint definition" -> validated(object);
      case "function definition" -> function(object);
      case "function aggregate" ->
          DiffStep.altering(
              object,
              ObjectSql.text(object),
              Change.safe(ObjectSql.aggregate("create or replace ", object)));
      case "trigger state", "rule state" -> AlterTrigger.state(object);
      case "extension schema of objects" -> SimpleObjects.schemaOf(object);
      case "statistics statistics target" -> SimpleObjects.statisticsTarget(object);
      default -> DiffStep.byHand(object, trait);
    };
  }

  /** Whether the object has to be dropped and made again to get what differs. */
  boolean needsNew(CatalogDifference difference) {
    SchemaObject old = from.get(difference.object());
    SchemaObject object = to.get(difference.object());
    boolean definition = difference.trait().equals("definition");
    boolean type = difference.trait().equals("type");
    if (Recreations.covers(object.name().kind())) {
      return new Recreations(from).isNew(old, object, difference.trait());
    }
    return switch (object.name().kind()) {
      case TABLE ->
          type
              || difference.trait().equals("server")
              || (definition && !isReplaceable(old, object));
      case COLUMN -> AlterColumn.isNew(old, object, from.major());
      case CONSTRAINT -> type || (definition && !isValidated(old, object));
      case FUNCTION ->
          type
              || (definition && !head(old).equals(head(object)))
              || (difference.trait().equals("aggregate") && !ObjectSql.isReplaceable(old, object));
      case INDEX, TRIGGER, POLICY, RULE -> definition;
      default -> false;
    };
  }

  /** A view can get more columns while it stays, but no others. */
  private boolean isReplaceable(SchemaObject old, SchemaObject view) {
    var before = from.columnsOf(old.name()).stream().map(Alterations::shape).toList();
    var after = to.columnsOf(view.name()).stream().map(Alterations::shape).toList();
    return view.is("view")
        && before.size() <= after.size()
        && after.subList(0, before.size()).equals(before);
  }

  private static String shape(SchemaObject column) {
    return column.name().name() + " " + ColumnSql.type(column);
  }

  private Stream<DiffStep> replaced(SchemaObject view) {
    String sql = CreateTable.viewSql("create or replace ", view);
    return Stream.concat(
        Stream.of(DiffStep.altering(view, ObjectSql.text(view), Change.safe(sql))),
        to.columnsOf(view.name()).stream()
            .filter(column -> !from.has(column.name()))
            .flatMap(CreateTable::ofViewColumn));
  }

  private static boolean isValidated(SchemaObject old, SchemaObject constraint) {
    return old.is("definition", constraint.trait("definition").orElse("") + NOT_VALID);
  }

  private static DiffStep validated(SchemaObject constraint) {
    ObjectName name = constraint.name();
    String sql = "alter table " + name.parent().sql() + " validate constraint " + name.name();
    return DiffStep.altering(constraint, "", Change.safe(sql));
  }

  /** An index of a partitioned table is valid when each partition has its part of it. */
  private Stream<DiffStep> validity(SchemaObject index) {
    if (!index.is("validity", "valid")) {
      return Stream.of(DiffStep.byHand(index, "validity"));
    }
    if (from.get(index.name().parent()).trait("partition key").isEmpty()) {
      return Stream.of(DiffStep.altering(index, "", Change.safe("reindex " + Drops.target(index))));
    }
    return to.all()
        .filter(part -> part.trait("inherited").filter(index.name().sql()::equals).isPresent())
        .filter(part -> !from.find(part.name()).filter(SchemaObject::isInherited).isPresent())
        .flatMap(part -> joined(index, part));
  }

  private Stream<DiffStep> joined(SchemaObject index, SchemaObject part) {
    return Stream.concat(
        from.has(part.name())
            ? Stream.empty()
            : Stream.of(
                DiffStep.making(
                    part, ObjectSql.text(part), Change.safe(ObjectSql.definition(part)))),
        Stream.of(tie(index, part)));
  }

  /** Makes an index of a partition a part of that of its parent, when both are there. */
  static DiffStep tie(SchemaObject index, SchemaObject part) {
    String attach =
        "alter "
            + Drops.target(index)
            + " attach partition "
            + part.name().schema()
            + "."
            + part.name().name();
    return DiffStep.altering(part, index.name().parent().sql(), Change.safe(attach))
        .at(DiffStep.Rank.TABLE_OPTION);
  }

  private static DiffStep function(SchemaObject function) {
    return DiffStep.altering(
        function, ObjectSql.text(function), Change.safe(ObjectSql.definition(function)));
  }

  /** The name, the arguments and the result, of which none can change while a function stays. */
  private static String head(SchemaObject function) {
    String text = function.trait("definition").orElse("");
    int end = text.indexOf("\n LANGUAGE");
    return end < 0 ? text : text.substring(0, end);
  }
}
