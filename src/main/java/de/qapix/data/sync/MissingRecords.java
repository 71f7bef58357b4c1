package de.qapix.data.sync;

import de.qapix.data.api.ApiException;
import de.qapix.data.store.HeldBack;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Searches for stored records that a list, read to its end, did not show. Those that the API no
 * longer knows are marked as deleted.
 */
public final class MissingRecords<L extends ListedRecord, W extends CompleteRecord> {

  /** A listing that shows more than a fifth less than the last one is more likely to be wrong. */
  private static final int GUARDED_FRACTION = 5;

  private final Desk<L, W> desk;
  private final Consumer<String> settled;
  private int underway;
  private long tooMany;
  private long untold;

  /**
   * @param settled is called with each record that need not be asked for again
   */
  MissingRecords(Desk<L, W> desk, Consumer<String> settled) {
    this.desk = desk;
    this.settled = settled;
  }

  /**
   * Whether so many missing records are more likely a fault than a fact.
   *
   * @param listed records that the list did show
   */
  public static boolean isSuspicious(long missing, long listed) {
    return missing * GUARDED_FRACTION > missing + listed;
  }

  /** Asks for each of these records by itself: a list may have skipped it while others moved. */
  void begin(Collection<String> missing, long listed) {
    if (isSuspicious(missing.size(), listed) && !desk.options().allowMassDelete()) {
      tooMany = missing.size();
      return;
    }
    List.copyOf(missing).forEach(this::confirm);
  }

  boolean isOver() {
    return underway == 0;
  }

  /** Missing records that were left as they are: too many, or the API would not tell. */
  HeldBack heldBack() {
    return new HeldBack(tooMany, untold);
  }

  private void confirm(String key) {
    underway++;
    desk.requests()
        .find(
            key,
            found -> confirmed(key, found),
            failure -> {
              over(key);
              untold++;
              if (!(failure instanceof ApiException refusal && refusal.concernsOneRecord())) {
                throw failure;
              }
            });
  }

  private void confirmed(String key, Optional<L> found) {
    if (found.isEmpty()) {
      desk.intake().remove(key);
    }
    List<L> moved = found.map(this::changed).orElse(List.of());
    if (moved.isEmpty()) {
      over(key);
    }
    moved.forEach(
        record -> desk.completions().complete(record, false, () -> over(key), () -> over(key)));
  }

  /** The record is there, at another start time perhaps. */
  private List<L> changed(L record) {
    return desk.comparison().changes(List.of(record)).wanted();
  }

  private void over(String key) {
    underway--;
    settled.accept(key);
  }
}
