package de.qapix.checks.project;

import de.qapix.checks.finding.Finding;
import de.qapix.checks.finding.Findings;
import de.qapix.checks.finding.Severity;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Makes findings as severe as a project wants them.
 *
 * @param byRule the severity of each rule that is set; empty where its findings are not wanted
 */
public record RuleSettings(Map<String, Optional<Severity>> byRule) {

  public RuleSettings {
    byRule = Map.copyOf(byRule);
  }

  public Findings apply(Findings findings) {
    return new Findings(findings.all().stream().flatMap(each -> apply(each).stream()).toList());
  }

  private Optional<Finding> apply(Finding finding) {
    Optional<Severity> severity = byRule.get(finding.rule());
    return severity == null ? Optional.of(finding) : severity.map(finding::with);
  }

  /** These, and others that count where both set a rule. */
  public RuleSettings under(Map<String, Optional<Severity>> others) {
    Map<String, Optional<Severity>> both = new HashMap<>(byRule);
    both.putAll(others);
    return new RuleSettings(both);
  }
}
