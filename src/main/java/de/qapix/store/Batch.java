package de.qapix.store;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What lands together or not at all.
 *
 * @param records to write
 * @param gone keys of records to mark as deleted
 * @param rejects records that could not be read
 * @param readable keys of records, and of what belongs to them, that could be read now
 * @param checkpoints how far the sweep has come once this batch is there
 */
public record Batch<R>(
    List<R> records,
    Set<String> gone,
    List<Reject> rejects,
    Set<String> readable,
    List<Checkpoint> checkpoints) {

  public Batch {
    records = List.copyOf(records);
    gone = Set.copyOf(gone);
    rejects = List.copyOf(rejects);
    readable = Set.copyOf(readable);
    checkpoints = List.copyOf(checkpoints);
  }

  /** Some records and nothing else. */
  public static <R> Batch<R> of(List<R> records) {
    return new Batch<>(records, Set.of(), List.of(), Set.of(), List.of());
  }

  /** The same with these records. */
  public Batch<R> with(List<R> others) {
    return new Batch<>(others, gone, rejects, readable, checkpoints);
  }

  /** The same with these records and one more reject. */
  public Batch<R> with(List<R> others, Reject reject) {
    List<Reject> more = new ArrayList<>(rejects);
    more.add(reject);
    Set<String> without = new LinkedHashSet<>(readable);
    without.remove(reject.key());
    return new Batch<>(others, gone, more, without, checkpoints);
  }
}
