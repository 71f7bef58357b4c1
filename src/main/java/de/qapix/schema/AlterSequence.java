package de.qapix.schema;

/** The steps that change a sequence. */
final class AlterSequence {

  private AlterSequence() {}

  static Step definition(SchemaObject sequence) {
    return Step.altering(
        sequence,
        "",
        Change.safe(sequence.name(), start(sequence) + sequence.trait("definition").orElseThrow()));
  }

  static Step owner(SchemaObject sequence) {
    String owner = sequence.trait("owner").orElse("none");
    return Step.altering(
            sequence, owner, Change.safe(sequence.name(), start(sequence) + "owned by " + owner))
        .at(Step.Rank.TABLE_OPTION);
  }

  /** So that the sequence stays when its owner goes. */
  static Change free(ObjectName sequence) {
    return Change.safe(sequence, "alter sequence " + sequence.sql() + " owned by none");
  }

  private static String start(SchemaObject sequence) {
    return "alter sequence " + sequence.name().sql() + " ";
  }
}
