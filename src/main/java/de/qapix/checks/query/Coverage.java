package de.qapix.checks.query;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much was looked at.
 *
 * @param files in which there was any SQL
 * @param queries that were found
 * @param skipped how many were not looked at whole, for each reason
 * @param branches how many queries can have more texts than were looked at
 * @param unread files that were not read, and why: a key of the messages
 */
public record Coverage(
    int files, int queries, Map<Skip, Integer> skipped, int branches, Map<String, String> unread) {

  /** Nothing yet. */
  public static final Coverage NONE = new Coverage(0, 0, Map.of(), 0, Map.of());

  public Coverage {
    skipped = Map.copyOf(skipped);
    unread = Map.copyOf(unread);
  }

  /** All together. */
  static Coverage of(Collection<Coverage> all) {
    return all.stream().reduce(NONE, Coverage::plus);
  }

  /** Both together. */
  public Coverage plus(Coverage other) {
    Map<Skip, Integer> all = new EnumMap<>(Skip.class);
    all.putAll(skipped);
    other.skipped.forEach((skip, count) -> all.merge(skip, count, Integer::sum));
    Map<String, String> unreadOfBoth = new TreeMap<>(unread);
    unreadOfBoth.putAll(other.unread);
    return new Coverage(
        files + other.files, queries + other.queries, all, branches + other.branches, unreadOfBoth);
  }

  /** How many queries were looked at whole. */
  public int checked() {
    return queries - notChecked();
  }

  /** How many were not. */
  public int notChecked() {
    return skipped.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** The share of queries that were looked at whole, from 0 to 1; 1 where there are none. */
  public double share() {
    return queries == 0 ? 1 : (double) checked() / queries;
  }
}
