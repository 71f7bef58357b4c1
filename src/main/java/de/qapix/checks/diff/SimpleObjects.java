package de.qapix.checks.diff;

import de.qapix.catalog.SchemaObject;
import java.util.stream.Stream;

/** Kinds of objects that one statement makes of a name and a definition. */
final class SimpleObjects {

  private static final String DEFAULT = "default ";
  private static final String SCHEMA = "schema of objects";
  private static final String TARGET = "statistics target";

  private SimpleObjects() {}

  static Stream<DiffStep> create(SchemaObject object) {
    String definition = ObjectSql.definition(object);
    String start =
        switch (object.name().kind()) {
          case LANGUAGE -> object.is("trusted") ? "create trusted " : "create ";
          case CONVERSION -> definition.startsWith(DEFAULT) ? "create " + DEFAULT : "create ";
          default -> "create ";
        };
    String what =
        definition.startsWith(DEFAULT) ? definition.substring(DEFAULT.length()) : definition;
    DiffStep made =
        DiffStep.making(
            object, ObjectSql.text(object), Change.safe(start + Drops.target(object) + " " + what));
    boolean fires = object.trait("state").filter(state -> !state.equals("enabled")).isEmpty();
    return fires ? Stream.of(made) : Stream.of(made, state(object));
  }

  static Stream<DiffStep> steps(SchemaObject to, String trait) {
    return switch (to.name().kind().word() + " " + trait) {
      case "event-trigger state" -> Stream.of(state(to));
      case "language definition", "language type" -> Stream.of(replaced(to));
      default -> Stream.of(DiffStep.byHand(to, trait));
    };
  }

  private static DiffStep replaced(SchemaObject language) {
    String start = language.is("trusted") ? "create or replace trusted " : "create or replace ";
    String definition = ObjectSql.definition(language);
    return DiffStep.altering(
        language, definition, Change.safe(start + Drops.target(language) + " " + definition));
  }

  private static DiffStep state(SchemaObject trigger) {
    return DiffStep.altering(
        trigger,
        "",
        Change.safe("alter " + Drops.target(trigger) + " " + AlterTrigger.action(trigger)));
  }

  static Stream<DiffStep> createExtension(SchemaObject extension) {
    String schema = extension.trait(SCHEMA).map(name -> " schema " + name).orElse("");
    return Stream.of(
        DiffStep.making(extension, "", Change.safe("create " + Drops.target(extension) + schema)));
  }

  static DiffStep schemaOf(SchemaObject extension) {
    return DiffStep.altering(
        extension,
        "",
        Change.safe(
            "alter "
                + Drops.target(extension)
                + " set schema "
                + extension.trait(SCHEMA).orElseThrow()));
  }

  static Stream<DiffStep> createStatistics(SchemaObject statistics) {
    DiffStep made =
        DiffStep.making(
            statistics, ObjectSql.text(statistics), Change.safe(ObjectSql.definition(statistics)));
    return statistics.trait(TARGET).isPresent()
        ? Stream.of(made, statisticsTarget(statistics))
        : Stream.of(made);
  }

  static DiffStep statisticsTarget(SchemaObject statistics) {
    return DiffStep.altering(
        statistics,
        "",
        Change.safe(
            "alter "
                + Drops.target(statistics)
                + " set statistics "
                + statistics.trait(TARGET).orElse("-1")));
  }
}
