package de.qapix.checks.finding;

import static java.util.Comparator.comparing;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much of the SQL in files was checked.
 *
 * @param files in which there was any
 * @param queries that were found
 * @param skipped how many of them were not checked as a whole, for each reason
 * @param branches how many queries can have more texts than were checked
 * @param unread files that were not read, with the reason for each
 */
public record Extent(
    int files,
    int queries,
    Map<String, Integer> skipped,
    int branches,
    Map<String, String> unread) {

  /** The reason of those that are not meant for the database which was asked. */
  static final String OTHER_DATABASE = "other-database";

  /** Nothing yet. */
  public static final Extent NONE = new Extent(0, 0, Map.of(), 0, Map.of());

  /** The reasons come in the order of how often each was one. */
  public Extent {
    Map<String, Integer> ordered = new LinkedHashMap<>();
    skipped.entrySet().stream()
        .sorted(
            comparing((Map.Entry<String, Integer> skip) -> -skip.getValue())
                .thenComparing(Map.Entry::getKey))
        .forEach(skip -> ordered.put(skip.getKey(), skip.getValue()));
    skipped = Collections.unmodifiableMap(ordered);
    unread = Collections.unmodifiableMap(new TreeMap<>(unread));
  }

  /** Both together. */
  public Extent plus(Extent other) {
    Map<String, Integer> skippedOfBoth = new HashMap<>(skipped);
    other.skipped.forEach((skip, count) -> skippedOfBoth.merge(skip, count, Integer::sum));
    Map<String, String> unreadOfBoth = new HashMap<>(unread);
    unreadOfBoth.putAll(other.unread);
    return new Extent(
        files + other.files,
        queries + other.queries,
        skippedOfBoth,
        branches + other.branches,
        unreadOfBoth);
  }

  /** How many queries were checked as a whole. */
  public int checked() {
    return queries - notChecked();
  }

  /**
   * The share of queries that were checked as a whole, from 0 to 1, among those for this database;
   * 1 where there are none.
   */
  public double share() {
    int own = queries - elsewhere();
    return own == 0 ? 1 : (double) checked() / own;
  }

  /** How many are meant for another database. */
  int elsewhere() {
    return skipped.getOrDefault(OTHER_DATABASE, 0);
  }

  int notChecked() {
    return skipped.values().stream().mapToInt(Integer::intValue).sum();
  }
}
