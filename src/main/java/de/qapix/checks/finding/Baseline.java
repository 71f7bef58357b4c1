package de.qapix.checks.finding;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The findings of one day, accepted as they are. One that occurs more often than it did then is
 * new.
 */
public record Baseline(List<Entry> entries) {

  private static final Comparator<Entry> ORDER =
      comparing(Entry::rule).thenComparing(Entry::subject).thenComparing(Entry::fingerprint);

  public static final Baseline EMPTY = new Baseline(List.of());

  public Baseline {
    entries = entries.stream().sorted(ORDER).toList();
  }

  /** An accepted finding; rule and subject are there for people. */
  public record Entry(String fingerprint, String rule, String subject) {

    public Entry {
      requireNonNull(fingerprint, "fingerprint");
      requireNonNull(rule, "rule");
      requireNonNull(subject, "subject");
    }
  }

  /** Findings sorted by whether they were there before. */
  public record Sifted(Findings fresh, Findings accepted) {}

  public static Baseline of(Findings findings) {
    return new Baseline(
        findings.all().stream()
            .map(found -> new Entry(found.fingerprint(), found.rule(), found.subject()))
            .toList());
  }

  public Sifted sift(Findings findings) {
    Map<String, Integer> left = new HashMap<>();
    entries.forEach(entry -> left.merge(entry.fingerprint(), 1, Integer::sum));
    List<Finding> fresh = new ArrayList<>();
    List<Finding> accepted = new ArrayList<>();
    for (Finding finding : findings.all()) {
      boolean known = take(left, finding.fingerprint());
      (known ? accepted : fresh).add(finding);
    }
    return new Sifted(new Findings(fresh), new Findings(accepted));
  }

  /** Whether one of these was left. */
  private static boolean take(Map<String, Integer> left, String fingerprint) {
    int count = left.getOrDefault(fingerprint, 0);
    left.put(fingerprint, Math.max(0, count - 1));
    return count > 0;
  }
}
