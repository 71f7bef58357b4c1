package de.qapix.checks.lint;

import java.util.Optional;

/**
 * What a statement did to a table.
 *
 * @param mode the strongest lock that its transaction held on the table when it ended
 * @param rewritten whether all of the table was written anew
 * @param scanned whether all of the table was read
 * @param emptied whether it had rows and has none now
 */
record TableEffect(
    MeasuredRelation table,
    Optional<LockMode> mode,
    boolean rewritten,
    boolean scanned,
    boolean emptied) {

  /** Whether others wait for as long as the table is large. */
  boolean blocksForLong() {
    return (rewritten || scanned) && mode.filter(this::blocks).isPresent();
  }

  /** Nobody but REFRESH writes to a materialized view. */
  private boolean blocks(LockMode held) {
    return table.kind() == MeasuredRelation.Kind.MATERIALIZED
        ? held == LockMode.ACCESS_EXCLUSIVE
        : held.blocksWrites();
  }

  /** Whether the statement may have written to it. */
  boolean mayBeWritten() {
    return mode.filter(held -> held.compareTo(LockMode.ROW_EXCLUSIVE) >= 0).isPresent();
  }

  /** What cannot run in a transaction and writes a table anew needs it for itself. */
  TableEffect alone() {
    return new TableEffect(
        table, Optional.of(LockMode.ACCESS_EXCLUSIVE), rewritten, scanned, emptied);
  }
}
