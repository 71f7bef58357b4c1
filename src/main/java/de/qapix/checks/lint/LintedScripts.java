package de.qapix.checks.lint;

import de.qapix.checks.finding.Finding;
import java.util.List;
import java.util.Map;

/**
 * What was found in scripts.
 *
 * @param findings in the order of the scripts
 * @param safe by their files, the scripts that do the same without blocking others: several where
 *     one cannot do it all
 */
public record LintedScripts(List<Finding> findings, Map<String, List<String>> safe) {

  public LintedScripts {
    findings = List.copyOf(findings);
    safe = Map.copyOf(safe);
  }
}
