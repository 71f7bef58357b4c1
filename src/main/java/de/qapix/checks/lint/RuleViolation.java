package de.qapix.checks.lint;

import de.qapix.checks.finding.Severity;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A rule that a statement breaks.
 *
 * @param table the existing table that it happens to, if there is one
 * @param elsewhere what it does besides in other databases: a part of finding.lint
 * @param stands whether it still is one when there is what all scripts have made
 */
record RuleViolation(
    Rule rule,
    Severity severity,
    String subject,
    Optional<MeasuredRelation> table,
    Optional<String> elsewhere,
    Predicate<SchemaObjects> stands) {

  static RuleViolation of(Rule rule, String subject) {
    return new RuleViolation(
        rule, rule.severity(), subject, Optional.empty(), Optional.empty(), end -> true);
  }

  static RuleViolation on(MeasuredRelation table, Rule rule, String subject) {
    return new RuleViolation(
        rule, rule.severity(), subject, Optional.of(table), Optional.empty(), end -> true);
  }

  RuleViolation with(Severity other) {
    return new RuleViolation(rule, other, subject, table, elsewhere, stands);
  }

  /** Only if that is so when all scripts have run. */
  RuleViolation standing(Predicate<SchemaObjects> condition) {
    return new RuleViolation(rule, severity, subject, table, elsewhere, condition);
  }

  /** It does something besides in databases that are set up otherwise. */
  RuleViolation doing(String effect) {
    return new RuleViolation(rule, severity, subject, table, Optional.of(effect), stands);
  }
}
