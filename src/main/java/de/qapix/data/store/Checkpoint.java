package de.qapix.data.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How far a sweep has come in one slice of its window.
 *
 * @param doneUntil every record that starts before this moment is done
 * @param doneCount how many these are, without the rejected ones
 * @param missing keys of stored records before that moment that the listing did not show and that
 *     have not been asked for yet
 * @param rejected keys of records of the slice that could not be read or written, and that the
 *     listing behind that moment need not show again
 * @param finished whether the slice was read to its end
 */
public record Checkpoint(
    Instant from,
    Instant until,
    Instant doneUntil,
    long doneCount,
    List<String> missing,
    List<String> rejected,
    boolean finished) {

  public Checkpoint {
    missing = List.copyOf(missing);
    rejected = List.copyOf(rejected);
  }

  /**
   * The same after some of the rejected ones have been read: those that it has passed are done, the
   * others will be listed.
   *
   * @param stored what is stored of them
   */
  Checkpoint after(Set<String> read, Map<String, StoredRecord> stored) {
    long done =
        rejected.stream()
            .filter(read::contains)
            .flatMap(key -> Stream.ofNullable(stored.get(key)))
            .filter(StoredRecord::expected)
            .filter(record -> !record.start().isBefore(from) && record.start().isBefore(doneUntil))
            .count();
    List<String> left = rejected.stream().filter(key -> !read.contains(key)).toList();
    return new Checkpoint(from, until, doneUntil, doneCount + done, missing, left, finished);
  }

  /** Where a sweep stands in a slice that it has not begun. */
  public static Checkpoint start(Instant from, Instant until) {
    return new Checkpoint(from, until, from, 0, List.of(), List.of(), false);
  }
}
