package de.qapix.checks.project;

import java.nio.file.Path;
import java.util.List;
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
    return new RuleSettings(rules);
  }
}
