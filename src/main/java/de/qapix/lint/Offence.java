package de.qapix.lint;

import de.qapix.finding.Severity;
import java.util.Optional;

/**
 * A rule that a statement breaks.
 *
 * @param table the existing table that it happens to, if there is one
 */
record Offence(Rule rule, Severity severity, String subject, Optional<Relation> table) {

  static Offence of(Rule rule, String subject) {
    return new Offence(rule, rule.severity(), subject, Optional.empty());
  }

  static Offence on(Relation table, Rule rule, String subject) {
    return new Offence(rule, rule.severity(), subject, Optional.of(table));
  }

  Offence with(Severity other) {
    return new Offence(rule, other, subject, table);
  }
}
