package de.qapix.checks.project;

import de.qapix.checks.finding.Severity;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a project file says.
 *
 * @param rules those whose severity is set
 * @param minimumCoverage the share of queries that has to be checked, from 0 to 1
 * @param baseline the file of accepted findings
 */
public record Project(
    Path file,
    List<ProjectDatabase> databases,
    List<RuleSetting> rules,
    Optional<Double> minimumCoverage,
    Optional<Path> baseline) {

  public Project {
    databases = List.copyOf(databases);
    rules = List.copyOf(rules);
  }

  public List<String> names() {
    return databases.stream().map(ProjectDatabase::name).toList();
  }

  /** With findings as severe as the project wants them; without those that it does not want. */
  public RuleSettings ruleSettings() {
    Map<String, Optional<Severity>> byRule = new HashMap<>();
    rules.forEach(setting -> byRule.put(setting.rule(), setting.severity()));
    return new RuleSettings(byRule);
  }
}
