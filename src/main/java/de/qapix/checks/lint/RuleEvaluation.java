package de.qapix.checks.lint;

import de.qapix.sql.SqlStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All rules, applied to the statements of one script in their order. */
final class RuleEvaluation {

  private final TransactionRules transactions = new TransactionRules();

  List<RuleViolation> of(StatementContext situation) {
    List<RuleViolation> offences = new ArrayList<>();
    situation.measured().refusal().ifPresent(refusal -> offences.add(refused(situation, refusal)));
    offences.addAll(AlterTableRules.of(situation));
    offences.addAll(IndexRules.of(situation));
    offences.addAll(DataRules.of(situation));
    if (offences.stream().noneMatch(offence -> offence.rule().explainsLock())) {
      offences.addAll(LongLockRule.of(situation));
    }
    offences.addAll(transactions.of(situation));
    offences.addAll(StyleRules.of(situation));
    return offences;
  }

  /** The statement that began a transaction which the script does not end. */
  Optional<SqlStatement> open() {
    return transactions.open();
  }

  private static RuleViolation refused(StatementContext situation, ServerRefusal refusal) {
    Rule rule = Rule.STATEMENT_FAILS;
    if (refusal.isSyntaxError()) {
      rule =
          refusal.pointsAt('\\', situation.statement().text())
              ? Rule.PSQL_COMMAND
              : Rule.SYNTAX_ERROR;
    }
    return RuleViolation.of(rule, StatementHeading.of(situation.statement()));
  }
}
