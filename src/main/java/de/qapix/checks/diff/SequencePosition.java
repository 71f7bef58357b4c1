package de.qapix.checks.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The statements that let a sequence go on where it, or another one, has stopped. */
final class SequencePosition {

  private SequencePosition() {}

  /**
   * What makes room before the limits of a sequence become other ones, as the server refuses limits
   * that the sequence is beyond.
   *
   * @param sequence an expression that tells its name
   * @param alter what sets limits, without them
   * @param before what stands before each option
   */
  static List<String> beforeLimits(
      SequenceOptions from, SequenceOptions to, String sequence, String alter, String before) {
    List<String> statements = new ArrayList<>();
    if (to.lowest() > from.highest()) {
      statements.add(alter + before + "maxvalue " + to.highest());
    } else if (to.highest() < from.lowest()) {
      statements.add(alter + before + "minvalue " + to.lowest());
    }
    below(from, to, sequence).ifPresent(statements::add);
    above(from, to, sequence).ifPresent(statements::add);
    return statements;
  }

  private static Optional<String> below(SequenceOptions from, SequenceOptions to, String sequence) {
    return to.lowest() > from.lowest()
        ? Optional.of(move(sequence, to.lowest() + ", false", from.start() + ") < " + to.lowest()))
        : Optional.empty();
  }

  private static Optional<String> above(SequenceOptions from, SequenceOptions to, String sequence) {
    return to.highest() < from.highest()
        ? Optional.of(
            move(
                sequence,
                to.highest() + ", " + last() + " is not null",
                from.start() + ") > " + to.highest()))
        : Optional.empty();
  }

  private static String move(String sequence, String where, String condition) {
    return "select pg_catalog.setval(name, "
        + where
        + ") from (select "
        + sequence
        + ") as sequence(name) where coalesce("
        + last()
        + ", "
        + condition;
  }

  private static String last() {
    return "pg_catalog.pg_sequence_last_value(name::regclass)";
  }

  /**
   * Lets one sequence go on where another one is.
   *
   * @param sequence an expression that tells its name
   */
  static String takeOver(String sequence, String other) {
    return "select pg_catalog.setval(" + sequence + ", last_value, is_called) from " + other;
  }

  /** Lets the sequence of a column that had none go on behind the column's values. */
  static String behind(String sequence, String column, String table, long lowest) {
    return "select pg_catalog.setval(%s, max(%s)) from %s where %2$s >= %d"
        .formatted(sequence, column, table, lowest);
  }
}
