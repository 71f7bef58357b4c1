package de.qapix.checks.lint;

import java.util.Optional;

/**
 * What a statement did to a table.
 *
 * @param mode the strongest lock that its transaction held on the table when it ended
 * @param rewritten whether all of the table was written anew
 * @param scanned whether all of the table was read
 */
record TableEffect(
    MeasuredRelation table, Optional<LockMode> mode, boolean rewritten, boolean scanned) {

  /** Whether others wait for as long as the table is large. */
  boolean blocksForLong() {
    return (rewritten || scanned) && mode.filter(LockMode::blocksWrites).isPresent();
  }
}
