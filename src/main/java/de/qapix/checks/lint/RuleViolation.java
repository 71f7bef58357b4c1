package de.qapix.checks.lint;

import de.qapix.checks.finding.Severity;
import java.util.Optional;

/**
 * A rule that a statement breaks.
 *
 * @param table the existing table that it happens to, if there is one
 */
record RuleViolation(
    Rule rule, Severity severity, String subject, Optional<MeasuredRelation> table) {

  static RuleViolation of(Rule rule, String subject) {
    return new RuleViolation(rule, rule.severity(), subject, Optional.empty());
  }

  static RuleViolation on(MeasuredRelation table, Rule rule, String subject) {
    return new RuleViolation(rule, rule.severity(), subject, Optional.of(table));
  }

  RuleViolation with(Severity other) {
    return new RuleViolation(rule, other, subject, table);
  }
}
