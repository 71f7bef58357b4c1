package de.qapix.checks.lint;

import static java.util.Comparator.comparing;

import de.qapix.sql.Action;
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
    List<MeasuredRelation> tables =
        context.effects().filter(TableEffect::blocksForLong).map(TableEffect::table).toList();
    if (tables.size() > 1 && context.statement().action() instanceof Action.Alone) {
      return List.of(RuleViolation.of(Rule.LONG_LOCK, StatementHeading.of(context.statement())));
    }
    return tables.stream()
        .map(table -> RuleViolation.on(table, Rule.LONG_LOCK, table.written()))
        .sorted(comparing(RuleViolation::subject))
        .toList();
  }

  /**
   * A foreign key of an empty table is checked at once, although it may read the other table; what
   * becomes its partition is not empty.
   */
  private static boolean isAboutNewTable(StatementContext context) {
    if (context.phrase().has("attach", "partition")) {
      return false;
    }
    Optional<String> target =
        TableStatement.altered(context.phrase()).or(() -> IndexRules.target(context.phrase()));
    return target.filter(name -> context.find(name).isEmpty()).isPresent();
  }

  private LongLockRule() {}
}
