package de.qapix.query;

import de.qapix.finding.Finding;
import java.util.List;

/**
 * What was found in a file.
 *
 * @param fixes for those findings that can only be meant in one way
 */
public record FileReport(List<Finding> findings, Coverage coverage, List<Fix> fixes) {

  public FileReport {
    findings = List.copyOf(findings);
    fixes = List.copyOf(fixes);
  }
}
