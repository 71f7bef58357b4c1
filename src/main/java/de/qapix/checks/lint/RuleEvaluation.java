package de.qapix.checks.lint;

import de.qapix.sql.Action;
import de.qapix.sql.ServerRefusal;
import de.qapix.sql.SqlStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All rules, applied to the statements of one script in their order. */
final class RuleEvaluation {

  private final TransactionRules transactions = new TransactionRules();
  private final RepetitionRules repetitions;

  /**
   * @param statements of the script
   */
  RuleEvaluation(List<SqlStatement> statements) {
    this.repetitions = new RepetitionRules(statements.stream().anyMatch(RuleEvaluation::isApart));
  }

  private static boolean isApart(SqlStatement statement) {
    return !(statement.action() instanceof Action.Ordinary
        || statement.action() instanceof Action.Setting
        || statement.action() instanceof Action.Boundary);
  }

  List<RuleViolation> of(StatementContext context) {
    List<RuleViolation> violations = new ArrayList<>();
    context.measured().refusal().ifPresent(refusal -> violations.add(refused(context, refusal)));
    violations.addAll(AlterTableRules.of(context));
    violations.addAll(IndexRules.of(context));
    violations.addAll(LossRules.of(context, transactions.knowsZone()));
    violations.addAll(DataRules.of(context));
    if (violations.stream().noneMatch(violation -> violation.rule().explainsLock())) {
      violations.addAll(LongLockRule.of(context));
    }
    violations.addAll(ForeignKeyRules.of(context));
    violations.addAll(transactions.of(context));
    violations.addAll(repetitions.of(context));
    violations.addAll(StyleRules.of(context));
    return violations;
  }

  /** The statement that began a transaction which the script does not end. */
  Optional<SqlStatement> open() {
    return transactions.open();
  }

  private static RuleViolation refused(StatementContext context, ServerRefusal refusal) {
    Rule rule = Rule.STATEMENT_FAILS;
    if (MassChange.setsTwice(context.phrase())) {
      rule = Rule.BAN_DUPLICATE_COLUMN_ASSIGNMENTS;
    } else if (refusal.isSyntaxError()) {
      rule =
          refusal.pointsAt('\\', context.statement().text())
              ? Rule.PSQL_COMMAND
              : Rule.SYNTAX_ERROR;
    }
    return RuleViolation.of(rule, StatementHeading.of(context.statement()));
  }
}
