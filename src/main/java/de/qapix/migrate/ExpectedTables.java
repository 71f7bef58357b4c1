package de.qapix.migrate;

import static de.qapix.db.public_.tables.CalendlyEvents.CALENDLY_EVENTS;
import static de.qapix.db.public_.tables.CustomActivities.CUSTOM_ACTIVITIES;

import java.util.List;
import java.util.stream.Stream;
import org.jooq.Configuration;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Index;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DefaultConfiguration;

/** The two shared tables as our statements need them, from the classes made of the migrations. */
final class ExpectedTables {

  /** Their names, without a schema. */
  static final List<String> NAMES = List.of(CALENDLY_EVENTS.getName(), CUSTOM_ACTIVITIES.getName());

  private static final Configuration POSTGRES = new DefaultConfiguration().set(SQLDialect.POSTGRES);

  static List<TableShape> list() {
    return Stream.of(CALENDLY_EVENTS, CUSTOM_ACTIVITIES).map(ExpectedTables::shape).toList();
  }

  private static TableShape shape(Table<?> table) {
    return new TableShape(
        table.getName(), true, table.fieldStream().map(field -> column(table, field)).toList());
  }

  private static TableShape.Column column(Table<?> table, Field<?> field) {
    DataType<?> type = field.getDataType();
    return new TableShape.Column(
        field.getName(),
        printed(type),
        type.nullable(),
        type.defaulted(),
        false,
        table.getIndexes().stream().anyMatch(index -> isUniqueOn(index, field)));
  }

  /** The type as {@code format_type} prints it. */
  private static String printed(DataType<?> type) {
    String name = type.getCastTypeName(POSTGRES);
    return type.isTimestamp() ? name + " without time zone" : name;
  }

  private static boolean isUniqueOn(Index index, Field<?> field) {
    return index.getUnique()
        && index.getFields().size() == 1
        && index.getFields().get(0).getName().equals(field.getName());
  }

  private ExpectedTables() {}
}
