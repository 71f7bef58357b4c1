package de.qapix.sync;

import de.qapix.api.Effort;
import de.qapix.store.Counts;
import java.util.Set;

/** What a run has done so far. */
final class Tally {

  private long added;
  private long updated;
  private long unchanged;
  private long removed;
  private long rejected;
  private long compared;
  private Cost wanted = Cost.NOTHING;
  private Cost had = Cost.NOTHING;

  void unchanged(int records) {
    unchanged += records;
  }

  /** Records have been compared with what is stored. */
  void compared(int records) {
    compared += records;
  }

  /** A record has to be completed. */
  void wanted(Cost cost) {
    wanted = wanted.plus(cost);
  }

  /** It is complete, or cannot be completed. */
  void had(Cost cost) {
    had = had.plus(cost);
  }

  /**
   * What it costs to complete what has been listed, and about as many more records.
   *
   * @param unlisted records that have not been listed yet
   */
  Cost left(long unlisted) {
    double more = compared == 0 ? 0 : (double) unlisted / compared;
    return new Cost(
        wanted.requests() - had.requests() + Math.round(wanted.requests() * more),
        wanted.rows() - had.rows() + Math.round(wanted.rows() * more));
  }

  void rejected() {
    rejected++;
  }

  long rejectedSoFar() {
    return rejected;
  }

  /** A batch has been written after which the run has done so much. */
  void written(Counts after) {
    added = after.added();
    updated = after.updated();
    unchanged = after.unchanged();
    removed = after.removed();
  }

  /**
   * What the run will have done once a batch is written.
   *
   * @param keys of the records of the batch
   * @param fresh those of them that had not been stored before
   * @param changed those of them of which anything was new
   */
  Counts after(
      Set<String> keys,
      Set<String> fresh,
      Set<String> changed,
      int gone,
      long total,
      long synced,
      Effort effort) {
    long newOnes = keys.stream().filter(fresh::contains).count();
    long changedOnes =
        keys.stream().filter(key -> !fresh.contains(key) && changed.contains(key)).count();
    return new Counts(
        total,
        synced,
        added + newOnes,
        updated + changedOnes,
        unchanged + keys.size() - newOnes - changedOnes,
        removed + gone,
        rejected,
        effort.requests(),
        effort.waited());
  }

  Counts counts(long total, long synced, Effort effort) {
    return after(Set.of(), Set.of(), Set.of(), 0, total, synced, effort);
  }
}
