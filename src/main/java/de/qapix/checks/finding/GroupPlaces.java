package de.qapix.checks.finding;

import java.util.ArrayList;
import java.util.List;

/** The places of a group behind the first one, a line each. */
final class GroupPlaces {

  /** So many places of a group are shown, the first one included. */
  static final int SHOWN = 10;

  private GroupPlaces() {}

  static List<String> others(FindingGroup group, Listing listing, Wording words) {
    List<Finding> all = group.findings();
    int shown = listing.everyPlace() || all.size() == SHOWN + 1 ? all.size() : SHOWN;
    List<String> lines = new ArrayList<>();
    all.stream().skip(1).limit(shown - 1L).map(finding -> line(finding, words)).forEach(lines::add);
    if (all.size() > shown) {
      lines.add(words.text("finding.places.more", all.size() - shown));
    }
    return lines;
  }

  private static String line(Finding finding, Wording words) {
    String place = finding.place().orElseThrow().toString();
    int queries = finding.breaks().size();
    return queries < 2
        ? place
        : "%s (%s %s)"
            .formatted(
                place, words.text("finding.breaks"), words.text("finding.extent.queries", queries));
  }
}
