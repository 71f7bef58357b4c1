package de.qapix.data.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What lands together or not at all.
 *
 * @param records to write
 * @param gone keys of records to mark as deleted
 * @param rejects records that could not be read
 * @param readable keys of these records, and of what belongs to them, that could be read now
 * @param settled keys of other records that are rejects no longer
 * @param checkpoints how far the sweep has come once this batch is there
 */
public record Batch<R>(
    List<R> records,
    Set<String> gone,
    List<Reject> rejects,
    Set<String> readable,
    Set<String> settled,
    List<Checkpoint> checkpoints) {

  public Batch {
    records = List.copyOf(records);
    gone = Set.copyOf(gone);
    rejects = List.copyOf(rejects);
    readable = Set.copyOf(readable);
    settled = Set.copyOf(settled);
    checkpoints = List.copyOf(checkpoints);
  }

  /** Keys of what is no reject any longer once this batch is there. */
  Set<String> cleared() {
    Set<String> cleared = new HashSet<>(readable);
    cleared.addAll(settled);
    rejects.forEach(reject -> cleared.remove(reject.key()));
    return cleared;
  }

  /** Nothing at all. */
  public static <R> Batch<R> nothing() {
    return of(List.of(), Set.of());
  }

  /** Some records and nothing else. */
  public static <R> Batch<R> of(List<R> records, Set<String> readable) {
    return new Batch<>(records, Set.of(), List.of(), readable, Set.of(), List.of());
  }

  /** The same with these checkpoints. */
  public Batch<R> with(List<Checkpoint> others) {
    return new Batch<>(records, gone, rejects, readable, settled, others);
  }

  /** The same, after which these are rejects no longer. */
  public Batch<R> settling(Set<String> others) {
    return new Batch<>(records, gone, rejects, readable, others, checkpoints);
  }

  /** The same with these records. */
  public Batch<R> with(List<R> others, Set<String> othersReadable) {
    return new Batch<>(others, gone, rejects, othersReadable, settled, checkpoints);
  }

  /** The same without its records and with one more reject. */
  public Batch<R> rejecting(Reject reject) {
    List<Reject> more = new ArrayList<>(rejects);
    more.add(reject);
    return new Batch<>(List.of(), gone, more, Set.of(), settled, checkpoints);
  }
}
