package de.qapix.checks.project;

import de.qapix.checks.finding.Finding;
import de.qapix.checks.finding.Findings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes findings as severe as a project wants them. */
public final class RuleSettings {

  private final Map<String, RuleSetting> byRule = new HashMap<>();

  RuleSettings(List<RuleSetting> settings) {
    settings.forEach(setting -> byRule.put(setting.rule(), setting));
  }

  public Findings apply(Findings findings) {
    return new Findings(findings.all().stream().flatMap(each -> apply(each).stream()).toList());
  }

  private Optional<Finding> apply(Finding finding) {
    RuleSetting setting = byRule.get(finding.rule());
    return setting == null ? Optional.of(finding) : setting.severity().map(finding::with);
  }
}
