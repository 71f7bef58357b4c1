package de.qapix.checks.lint;

import de.qapix.sql.Action;
import de.qapix.sql.SqlStatement;
import de.qapix.sql.TransactionStep;
import java.util.List;
import java.util.Optional;

/** Follows the transactions that a script itself begins and ends, and its settings. */
final class TransactionRules {

  private Optional<SqlStatement> open = Optional.empty();
  private boolean timeoutSettled;

  List<RuleViolation> of(StatementContext context) {
    return switch (TransactionStep.of(context.statement())) {
      case BEGIN -> begin(context.statement());
      case COMMIT, ROLLBACK -> end(context.statement());
      default -> within(context);
    };
  }

  /** The statement that began what nothing has ended. */
  Optional<SqlStatement> open() {
    return open;
  }

  private List<RuleViolation> begin(SqlStatement statement) {
    if (open.isPresent()) {
      return List.of(nesting(statement));
    }
    open = Optional.of(statement);
    return List.of();
  }

  private List<RuleViolation> end(SqlStatement statement) {
    if (open.isEmpty()) {
      return List.of(nesting(statement));
    }
    open = Optional.empty();
    return List.of();
  }

  private static RuleViolation nesting(SqlStatement statement) {
    return RuleViolation.of(Rule.TRANSACTION_NESTING, statement.text());
  }

  private List<RuleViolation> within(StatementContext context) {
    Action action = context.statement().action();
    if (action instanceof Action.Setting setting) {
      timeoutSettled |= setting.words().contains("lock_timeout");
      return List.of();
    }
    if (action instanceof Action.CreateIndex index && open.isPresent()) {
      return List.of(
          RuleViolation.of(
              Rule.BAN_CONCURRENT_INDEX_CREATION_IN_TRANSACTION,
              index.index().orElse(index.table())));
    }
    return timeoutSettled ? List.of() : unlimited(context).stream().toList();
  }

  /** Told once in a script: one setting in front answers for all. */
  private Optional<RuleViolation> unlimited(StatementContext context) {
    Optional<RuleViolation> violation =
        context
            .effects()
            .filter(effect -> effect.mode().filter(LockMode::blocksWrites).isPresent())
            .findFirst()
            .map(TableEffect::table)
            .map(table -> RuleViolation.on(table, Rule.REQUIRE_LOCK_TIMEOUT, table.written()));
    timeoutSettled = violation.isPresent();
    return violation;
  }
}
