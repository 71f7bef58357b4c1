package de.qapix.checks.lint;

import static java.util.Comparator.comparing;

import java.util.List;
import java.util.Optional;

/**
 * Any statement that reads or writes all of an existing table while others wait, for whatever
 * reason.
 */
final class LongLockRule {

  static List<RuleViolation> of(StatementContext context) {
    if (context.truncates() || isAboutNewTable(context)) {
      return List.of();
    }
    return context
        .effects()
        .filter(TableEffect::blocksForLong)
        .map(TableEffect::table)
        .map(table -> RuleViolation.on(table, Rule.LONG_LOCK, table.written()))
        .sorted(comparing(RuleViolation::subject))
        .toList();
  }

  /** A foreign key of an empty table is checked at once, although it may read the other table. */
  private static boolean isAboutNewTable(StatementContext context) {
    Optional<String> target =
        TableStatement.altered(context.phrase()).or(() -> IndexRules.target(context.phrase()));
    return target.filter(name -> context.find(name).isEmpty()).isPresent();
  }

  private LongLockRule() {}
}
