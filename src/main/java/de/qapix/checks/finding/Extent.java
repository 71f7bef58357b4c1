package de.qapix.checks.finding;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much of the SQL in files was checked.
 *
 * @param files in which there was any
 * @param queries that were found
 * @param skipped how many of them were not checked as a whole, for each reason
 * @param branches how many texts that queries can have were left out
 * @param unread files that were not read, with the reason for each
 */
public record Extent(
    int files,
    int queries,
    Map<String, Integer> skipped,
    int branches,
    Map<String, String> unread) {

  public Extent {
    skipped = Collections.unmodifiableMap(new LinkedHashMap<>(skipped));
    unread = Collections.unmodifiableMap(new TreeMap<>(unread));
  }

  /** How many queries were checked as a whole. */
  public int checked() {
    return queries - notChecked();
  }

  int notChecked() {
    return skipped.values().stream().mapToInt(Integer::intValue).sum();
  }
}
