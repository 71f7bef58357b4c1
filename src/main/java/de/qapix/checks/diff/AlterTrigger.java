package de.qapix.checks.diff;

import de.qapix.catalog.SchemaObject;

/** The step that changes when a trigger or rule fires. */
final class AlterTrigger {

  private AlterTrigger() {}

  static DiffStep state(SchemaObject trigger) {
    return DiffStep.altering(
        trigger,
        "",
        Change.safe(
            "alter table "
                + trigger.name().parent().sql()
                + " "
                + action(trigger)
                + " "
                + trigger.name().kind().word()
                + " "
                + trigger.name().name()));
  }

  /** When a trigger or rule fires, as {@code alter} says it. */
  static String action(SchemaObject object) {
    return switch (object.trait("state").orElseThrow()) {
      case "enabled" -> "enable";
      case "disabled" -> "disable";
      case "on replicas only" -> "enable replica";
      default -> "enable always";
    };
  }
}
