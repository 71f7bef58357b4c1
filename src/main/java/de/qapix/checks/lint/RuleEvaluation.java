package de.qapix.checks.lint;

import de.qapix.sql.ServerRefusal;
import de.qapix.sql.SqlStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All rules, applied to the statements of one script in their order. */
final class RuleEvaluation {

  private final TransactionRules transactions = new TransactionRules();

  List<RuleViolation> of(StatementContext context) {
    List<RuleViolation> offences = new ArrayList<>();
    context.measured().refusal().ifPresent(refusal -> offences.add(refused(context, refusal)));
    offences.addAll(AlterTableRules.of(context));
    offences.addAll(IndexRules.of(context));
    offences.addAll(DataRules.of(context));
    if (offences.stream().noneMatch(violation -> violation.rule().explainsLock())) {
      offences.addAll(LongLockRule.of(context));
    }
    offences.addAll(transactions.of(context));
    offences.addAll(StyleRules.of(context));
    return offences;
  }

  /** The statement that began a transaction which the script does not end. */
  Optional<SqlStatement> open() {
    return transactions.open();
  }

  private static RuleViolation refused(StatementContext context, ServerRefusal refusal) {
    Rule rule = Rule.STATEMENT_FAILS;
    if (refusal.isSyntaxError()) {
      rule =
          refusal.pointsAt('\\', context.statement().text())
              ? Rule.PSQL_COMMAND
              : Rule.SYNTAX_ERROR;
    }
    return RuleViolation.of(rule, StatementHeading.of(context.statement()));
  }
}
