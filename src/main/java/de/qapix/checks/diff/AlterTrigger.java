package de.qapix.checks.diff;

import de.qapix.catalog.SchemaObject;

/** The step that changes when a trigger fires. */
final class AlterTrigger {

  private AlterTrigger() {}

  static DiffStep state(SchemaObject trigger) {
    String action =
        switch (trigger.trait("state").orElseThrow()) {
          case "enabled" -> "enable";
          case "disabled" -> "disable";
          case "on replicas only" -> "enable replica";
          default -> "enable always";
        };
    return DiffStep.altering(
        trigger,
        "",
        Change.safe(
            "alter table "
                + trigger.name().parent().sql()
                + " "
                + action
                + " trigger "
                + trigger.name().name()));
  }
}
