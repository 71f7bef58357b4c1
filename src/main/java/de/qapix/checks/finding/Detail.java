package de.qapix.checks.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One more thing about a finding, with its label. */
record Detail(String label, String value) {

  /** What was expected, what was found, what to do instead, and which queries it breaks. */
  static List<Detail> of(Finding finding, Wording words) {
    List<Detail> details = new ArrayList<>();
    add(details, words.text("finding.expected"), finding.expected());
    add(details, words.text("finding.found"), finding.found());
    add(details, words.text("finding.hint"), words.hint(finding));
    add(details, words.text("finding.instead"), instead(finding, words));
    add(details, words.text("finding.breaks"), BrokenQueries.of(finding, words));
    return details;
  }

  /** The whole finding where there is no room for a layout: a line for each thing. */
  static String story(Finding finding, Wording words) {
    Detail head = new Detail(finding.subject(), words.message(finding));
    return String.join(
        "\n",
        Stream.concat(Stream.of(head), of(finding, words).stream()).map(Detail::line).toList());
  }

  /** Where another migration has to begin, that is said. */
  private static Optional<String> instead(Finding finding, Wording words) {
    return finding
        .instead()
        .map(text -> text.replace("\n--\n", "\n-- " + words.text("finding.instead.next") + "\n"));
  }

  private static void add(List<Detail> details, String label, Optional<String> value) {
    value.ifPresent(text -> details.add(new Detail(label, text)));
  }

  String line() {
    return label + ": " + value;
  }
}
