package de.qapix.checks.diff;

import de.qapix.catalog.ObjectName;
import de.qapix.catalog.SchemaObject;
import java.util.stream.Stream;

/** The steps that change a sequence. */
final class AlterSequence {

  private AlterSequence() {}

  static Stream<DiffStep> steps(SchemaObject from, SchemaObject to, String trait) {
    return switch (trait) {
      case "definition" -> definition(from, to);
      case "owner" -> Stream.of(owner(to));
      case "persistence" -> Stream.of(persistence(to));
      default -> Stream.of(DiffStep.byHand(to, trait));
    };
  }

  private static Stream<DiffStep> definition(SchemaObject from, SchemaObject to) {
    String name = ObjectSql.literal(to.name().sql());
    return Stream.concat(
            SequencePosition.beforeLimits(
                SequenceOptions.of(from), SequenceOptions.of(to), name, start(to), "")
                .stream(),
            Stream.of(start(to) + to.trait("definition").orElseThrow()))
        .map(sql -> DiffStep.altering(to, "", Change.safe(sql)));
  }

  private static DiffStep persistence(SchemaObject sequence) {
    String action = sequence.is("persistence", "unlogged") ? "set unlogged" : "set logged";
    return DiffStep.altering(sequence, "", Change.safe(start(sequence) + action));
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
