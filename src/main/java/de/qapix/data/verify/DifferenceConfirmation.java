package de.qapix.data.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Looks twice before it believes a difference, because a sync may be at work beside it: once more
 * into the database, and where a sync has written the record in the meantime, at the API as well,
 * whose first answer may then be the older one.
 */
final class DifferenceConfirmation<T> {

  /** The second look at the API. */
  interface Rereading<T> {
    /** Asks for these records again and hands each to the consumer that exists. */
    void ask(List<T> records, Consumer<T> again);
  }

  private final Function<T, String> key;
  private final Function<List<T>, List<RowDifference>> compare;
  private final Function<Set<String>, Set<String>> writtenMeanwhile;
  private final Rereading<T> rereading;
  private final Consumer<RowDifference> found;

  /**
   * @param compare what differs between these records and the database
   * @param writtenMeanwhile those of these keys that a sync has written since the beginning
   */
  DifferenceConfirmation(
      Function<T, String> key,
      Function<List<T>, List<RowDifference>> compare,
      Function<Set<String>, Set<String>> writtenMeanwhile,
      Rereading<T> rereading,
      Consumer<RowDifference> found) {
    this.key = key;
    this.compare = compare;
    this.writtenMeanwhile = writtenMeanwhile;
    this.rereading = rereading;
    this.found = found;
  }

  void examine(List<T> records) {
    if (records.isEmpty()) {
      return;
    }
    List<T> suspects = suspects(records, compare.apply(records));
    if (suspects.isEmpty()) {
      return;
    }
    List<RowDifference> second = compare.apply(suspects);
    Set<String> moved = writtenMeanwhile.apply(keys(second));
    second.stream().filter(difference -> !moved.contains(difference.record())).forEach(found);
    List<T> again = suspects.stream().filter(record -> moved.contains(key.apply(record))).toList();
    if (!again.isEmpty()) {
      rereading.ask(again, record -> compare.apply(List.of(record)).forEach(found));
    }
  }

  private List<T> suspects(List<T> records, List<RowDifference> differences) {
    Set<String> keys = keys(differences);
    return new ArrayList<>(
        records.stream().filter(record -> keys.contains(key.apply(record))).toList());
  }

  private static Set<String> keys(List<RowDifference> differences) {
    return differences.stream().map(RowDifference::record).collect(Collectors.toSet());
  }
}
