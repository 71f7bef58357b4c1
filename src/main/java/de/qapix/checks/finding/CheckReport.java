package de.qapix.checks.finding;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A check that is done, as a report tells it.
 *
 * @param title what was checked, e.g. the database's address; without its password
 * @param home the file in the repository at which findings without a place of their own are shown
 *     where every finding must have one (GitHub's code scanning): the first migration or the README
 * @param findings those that count
 * @param accepted how many others the baseline has accepted
 * @param extent how much of the SQL in files was checked, where that was asked for
 * @param listing what is shown besides
 */
public record CheckReport(
    String title,
    String home,
    Findings findings,
    int accepted,
    ToolRun run,
    Optional<Extent> extent,
    Listing listing) {

  public CheckReport {
    requireNonNull(title, "title");
    requireNonNull(findings, "findings");
    requireNonNull(run, "run");
    requireNonNull(extent, "extent");
    requireNonNull(listing, "listing");
    if (home.isBlank()) {
      throw new IllegalArgumentException("a check needs a file to show findings at");
    }
    if (accepted < 0) {
      throw new IllegalArgumentException("accepted: " + accepted);
    }
  }

  Place placeOf(Finding finding) {
    return finding.place().orElseGet(() -> Place.in(home));
  }
}
