package de.qapix.checks.lint;

import de.qapix.checks.finding.Severity;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A rule that a statement breaks.
 *
 * @param table the existing table that it happens to, if there is one
 * @param special what is special about this case: the last part of the hint's key
 * @param stands whether it still is one when there is what all scripts have made
 */
record RuleViolation(
    Rule rule,
    Severity severity,
    String subject,
    Optional<MeasuredRelation> table,
    Optional<String> special,
    Predicate<MeasuredObjects> stands) {

  static RuleViolation of(Rule rule, String subject) {
    return new RuleViolation(
        rule, rule.severity(), subject, Optional.empty(), Optional.empty(), end -> true);
  }

  static RuleViolation on(MeasuredRelation table, Rule rule, String subject) {
    return new RuleViolation(
        rule, rule.severity(), subject, Optional.of(table), Optional.empty(), end -> true);
  }

  RuleViolation with(Severity other) {
    return new RuleViolation(rule, other, subject, table, special, stands);
  }

  /** Only if that is so when all scripts have run. */
  RuleViolation standing(Predicate<MeasuredObjects> condition) {
    return new RuleViolation(rule, severity, subject, table, special, condition);
  }

  /** In a case for which the usual hint would be of no use. */
  RuleViolation inCase(String particular) {
    return new RuleViolation(rule, severity, subject, table, Optional.of(particular), stands);
  }
}
