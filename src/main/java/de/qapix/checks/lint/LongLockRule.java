package de.qapix.checks.lint;

import static java.util.Comparator.comparing;

import java.util.List;
import java.util.Optional;

/**
 * Any statement that reads or writes all of an existing table while others wait, for whatever
 * reason.
 */
final class LongLockRule {

  static List<RuleViolation> of(StatementContext situation) {
    if (situation.truncates() || isAboutNewTable(situation)) {
      return List.of();
    }
    return situation
        .effects()
        .filter(TableEffect::blocksForLong)
        .map(TableEffect::table)
        .map(table -> RuleViolation.on(table, Rule.LONG_LOCK, table.written()))
        .sorted(comparing(RuleViolation::subject))
        .toList();
  }

  /** A foreign key of an empty table is checked at once, although it may read the other table. */
  private static boolean isAboutNewTable(StatementContext situation) {
    Optional<String> target =
        TableStatement.altered(situation.phrase()).or(() -> IndexRules.target(situation.phrase()));
    return target.filter(name -> situation.find(name).isEmpty()).isPresent();
  }

  private LongLockRule() {}
}
