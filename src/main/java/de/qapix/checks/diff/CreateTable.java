package de.qapix.checks.diff;

import static java.util.stream.Collectors.joining;

import de.qapix.catalog.CatalogObjects;
import de.qapix.catalog.ObjectName;
import de.qapix.catalog.SchemaObject;
import java.util.List;
import java.util.stream.Stream;

/** The steps that make a table or view with its columns. */
final class CreateTable {

  private final CatalogObjects to;
  private final PrivilegeSteps privileges;

  CreateTable(CatalogObjects to, PrivilegeSteps privileges) {
    this.to = to;
    this.privileges = privileges;
  }

  Stream<DiffStep> steps(SchemaObject table) {
    return table.isView() ? view(table) : table(table);
  }

  private Stream<DiffStep> view(SchemaObject view) {
    return Stream.concat(
        Stream.of(
            DiffStep.making(view, ObjectSql.text(view), Change.safe(viewSql("create ", view)))),
        to.columnsOf(view.name()).stream()
            .flatMap(
                column ->
                    Stream.of(
                            ofViewColumn(column),
                            ColumnStorage.ofNew(column),
                            ColumnOptions.ofNew(column),
                            privileges.ofNew(column))
                        .flatMap(steps -> steps)));
  }

  /** Defaults and comments are all that a column of a view has of its own. */
  static Stream<DiffStep> ofViewColumn(SchemaObject column) {
    return Stream.concat(
        column.trait("default").isPresent()
            ? Stream.of(AlterColumn.setDefault(column))
            : Stream.empty(),
        Comments.ofNew(column));
  }

  static String viewSql(String create, SchemaObject view) {
    return create
        + view.trait("type").orElseThrow()
        + " "
        + view.name().sql()
        + options(view)
        + " as\n"
        + ObjectSql.definition(view);
  }

  private Stream<DiffStep> table(SchemaObject table) {
    List<SchemaObject> columns = to.columnsOf(table.name());
    String text =
        ObjectSql.text(table)
            + columns.stream().map(ObjectSql::text).collect(joining(" ", " ", ""));
    DiffStep made = DiffStep.making(table, text, Change.safe(sql(table, columns)));
    return Stream.of(
            Stream.of(made),
            AlterTable.optionsOfNew(table),
            columns.stream().flatMap(this::ofColumn))
        .flatMap(steps -> steps);
  }

  private String sql(SchemaObject table, List<SchemaObject> columns) {
    String parent = table.trait("parent").orElse("");
    String create =
        "create "
            + (table.is("persistence", "unlogged") ? "unlogged " : "")
            + (table.is("foreign table") ? "foreign table " : "table ")
            + table.name().sql();
    String partitionKey =
        table.trait("partition key").map(key -> " partition by " + key).orElse("");
    if (table.trait("partition bound").isPresent()) {
      String bound = " " + table.trait("partition bound").orElseThrow();
      return create + " partition of " + parent + bound + partitionKey + options(table);
    }
    String own =
        columns.stream()
            .filter(column -> to.inherited(column).isEmpty())
            .map(column -> "  " + ColumnSql.definition(column))
            .collect(joining(",\n"));
    return create
        + (own.isEmpty() ? " ()" : " (\n" + own + "\n)")
        + (parent.isEmpty() ? "" : " inherits (" + parent + ")")
        + partitionKey
        + options(table);
  }

  private static String options(SchemaObject table) {
    String parameters =
        Stream.of("storage parameters", "toast parameters")
            .flatMap(trait -> table.trait(trait).stream())
            .collect(joining(", "));
    return table.trait("access method").map(method -> " using " + method).orElse("")
        + table.trait("server").map(server -> " server " + server).orElse("")
        + OptionList.clause(table.trait("options"))
        + (parameters.isEmpty() ? "" : " with (" + parameters + ")")
        + table.trait("tablespace").map(space -> " tablespace " + space).orElse("");
  }

  /** What of a column is not in the statement that makes the table. */
  private Stream<DiffStep> ofColumn(SchemaObject column) {
    Stream<DiffStep> steps =
        to.inherited(column)
            .map(parent -> AlterColumn.steps(plain(parent, column.name()), column, to, to))
            .orElseGet(() -> ColumnStorage.ofNew(column));
    return Stream.of(
            steps, ColumnOptions.ofNew(column), privileges.ofNew(column), Comments.ofNew(column))
        .flatMap(each -> each);
  }

  /** An identity is not inherited like the rest. */
  private static SchemaObject plain(SchemaObject parent, ObjectName column) {
    return new SchemaObject(column, parent.traitsWithout("identity", "identity sequence"));
  }
}
