package de.qapix.checks.finding;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that a check has found, the worst first. */
public record Findings(List<Finding> all) {

  public static final Findings NONE = new Findings(List.of());

  public Findings {
    all = all.stream().sorted().toList();
  }

  public static Findings of(Finding... findings) {
    return new Findings(List.of(findings));
  }

  public boolean isEmpty() {
    return all.isEmpty();
  }

  /** Those of one database among several, as if it were the only one. */
  public Findings about(String database) {
    return new Findings(
        all.stream()
            .filter(finding -> finding.database().filter(database::equals).isPresent())
            .map(Finding::ofTheOnlyOne)
            .toList());
  }

  public int count(Severity severity) {
    return Math.toIntExact(all.stream().filter(finding -> finding.severity() == severity).count());
  }

  /** Whether the check is not passed. */
  public boolean failed() {
    return count(Severity.ERROR) > 0;
  }

  /** The group with the worst finding first. */
  Map<String, List<Finding>> byGroup() {
    return all.stream().collect(groupingBy(Finding::group, LinkedHashMap::new, toList()));
  }
}
