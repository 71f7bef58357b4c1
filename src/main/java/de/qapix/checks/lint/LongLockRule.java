package de.qapix.checks.lint;

import static java.util.Comparator.comparing;

import de.qapix.checks.finding.Severity;
import de.qapix.sql.Action;
import de.qapix.sql.SqlTokens;
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
    if (context.reached().stream().anyMatch(LongLockRule::locks)) {
      return locked(context);
    }
    List<TableEffect> tables = context.effects().filter(TableEffect::blocksForLong).toList();
    if (tables.size() > 1 && context.statement().action() instanceof Action.Alone) {
      return List.of(RuleViolation.of(Rule.LONG_LOCK, StatementHeading.of(context.statement())));
    }
    return tables.stream()
        .map(effect -> violation(effect, context))
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

  private static boolean locks(SqlTokens part) {
    int at = 0;
    while (at < part.size() && !part.is(at, "lock")) {
      at++;
    }
    return at < part.size() && (at == 0 || part.is(at - 1, "begin", "then", "else", "loop"));
  }

  /** LOCK does nothing by itself, but what comes behind it keeps the others waiting. */
  private static List<RuleViolation> locked(StatementContext context) {
    return context
        .effects()
        .filter(effect -> effect.mode().filter(LockMode::blocksWrites).isPresent())
        .map(effect -> violation(effect, context).with(Severity.WARNING).inCase("lock"))
        .sorted(comparing(RuleViolation::subject))
        .toList();
  }

  private static RuleViolation violation(TableEffect effect, StatementContext context) {
    MeasuredRelation table = effect.table();
    RuleViolation violation = RuleViolation.on(table, Rule.LONG_LOCK, table.written());
    if (context.phrase().has("attach", "partition")) {
      return violation.inCase("attach");
    }
    if (table.kind() == MeasuredRelation.Kind.MATERIALIZED) {
      return violation.inCase("refresh");
    }
    return effect.rewritten() ? violation.inCase("rewrite") : violation;
  }

  private LongLockRule() {}
}
