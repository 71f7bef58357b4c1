package de.qapix.checks.diff;

import de.qapix.catalog.ObjectName;
import de.qapix.catalog.SchemaObject;

/** The steps that change a sequence. */
final class AlterSequence {

  private AlterSequence() {}

  static DiffStep definition(SchemaObject sequence) {
    return DiffStep.altering(
        sequence, "", Change.safe(start(sequence) + sequence.trait("definition").orElseThrow()));
  }

  static DiffStep owner(SchemaObject sequence) {
    String owner = sequence.trait("owner").orElse("none");
    return DiffStep.altering(sequence, owner, Change.safe(start(sequence) + "owned by " + owner))
        .at(DiffStep.Rank.TABLE_OPTION);
  }

  /** So that the sequence stays when its owner goes. */
  static Change free(ObjectName sequence) {
    return Change.safe("alter sequence " + sequence.sql() + " owned by none");
  }

  private static String start(SchemaObject sequence) {
    return "alter sequence " + sequence.name().sql() + " ";
  }
}
