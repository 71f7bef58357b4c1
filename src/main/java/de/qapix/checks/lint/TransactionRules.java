package de.qapix.checks.lint;

import de.qapix.sql.Action;
import de.qapix.sql.SqlStatement;
import de.qapix.sql.TransactionStep;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Follows the transactions that a script itself begins and ends, and its settings. */
final class TransactionRules {

  private static final Map<Rule, String> TIMEOUTS =
      Map.of(
          Rule.REQUIRE_LOCK_TIMEOUT, "lock_timeout",
          Rule.REQUIRE_STATEMENT_TIMEOUT, "statement_timeout");

  private Optional<SqlStatement> open = Optional.empty();
  private final Set<Rule> settled = EnumSet.noneOf(Rule.class);
  private boolean zoneIsKnown;

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
      TIMEOUTS.forEach(
          (rule, parameter) -> {
            if (setting.words().contains(parameter)) {
              settled.add(rule);
            }
          });
      zoneIsKnown |= setting.words().contains("timezone") || setting.words().contains("zone");
      return List.of();
    }
    if (action instanceof Action.CreateIndex index && open.isPresent()) {
      return List.of(
          RuleViolation.of(
              Rule.BAN_CONCURRENT_INDEX_CREATION_IN_TRANSACTION,
              index.index().orElse(index.table())));
    }
    return unlimited(context);
  }

  /** Told once in a script: one setting in front answers for all. */
  private List<RuleViolation> unlimited(StatementContext context) {
    Optional<MeasuredRelation> table =
        context
            .effects()
            .filter(effect -> effect.mode().filter(LockMode::blocksWrites).isPresent())
            .findFirst()
            .map(TableEffect::table);
    return table.stream()
        .flatMap(
            locked ->
                TIMEOUTS.keySet().stream()
                    .filter(settled::add)
                    .sorted()
                    .map(rule -> RuleViolation.on(locked, rule, locked.written())))
        .toList();
  }

  /** Whether the script itself has said what time zone it runs in. */
  boolean knowsZone() {
    return zoneIsKnown;
  }
}
