package de.qapix.cli.schema;

import de.qapix.checks.finding.Extent;
import de.qapix.checks.finding.Findings;
import de.qapix.checks.finding.Listing;
import java.util.Optional;

/**
 * What a check was about, and what it has found.
 *
 * @param title of what was checked
 * @param home the file at which findings without a place are shown
 * @param extent how much of the SQL in files was checked
 * @param listing what is shown besides
 */
public record CheckResult(
    String title, String home, Findings findings, Optional<Extent> extent, Listing listing) {

  public CheckResult(String title, String home, Findings findings) {
    this(title, home, findings, Optional.empty(), Listing.USUAL);
  }
}
