package de.qapix.sync;

import de.qapix.api.ApiException;
import java.util.List;
import java.util.Optional;

/**
 * Searches for stored records that a list, read to its end, did not show. Those that the API no
 * longer knows are marked as deleted.
 */
final class Search<L extends Listed, W extends Whole> {

  /** A listing that shows more than a fifth less than the last one is more likely to be wrong. */
  private static final int GUARDED_FRACTION = 5;

  private final Desk<L, W> desk;
  private int underway;
  private long withheld;

  Search(Desk<L, W> desk) {
    this.desk = desk;
  }

  /**
   * Whether so many missing records are more likely a fault than a fact.
   *
   * @param listed records that the list did show
   */
  static boolean isSuspicious(long missing, long listed) {
    return missing * GUARDED_FRACTION > missing + listed;
  }

  /** Asks for each of these records by itself: a list may have skipped it while others moved. */
  void begin(List<String> missing, long listed) {
    if (isSuspicious(missing.size(), listed) && !desk.options().allowMassDelete()) {
      withheld = missing.size();
      return;
    }
    missing.forEach(this::confirm);
  }

  boolean isOver() {
    return underway == 0;
  }

  /** Records that are gone and were not marked as deleted, because they are too many. */
  long withheld() {
    return withheld;
  }

  private void confirm(String key) {
    underway++;
    desk.crew()
        .read(
            () -> desk.feed().find(key, desk.box()),
            found -> confirmed(key, found),
            failure -> {
              underway--;
              if (!(failure instanceof ApiException refusal && refusal.concernsOneRecord())) {
                throw failure;
              }
            });
  }

  private void confirmed(String key, Optional<L> found) {
    underway--;
    if (found.isEmpty()) {
      desk.intake().remove(key);
    } else {
      compareMoved(found.get());
    }
  }

  /** The record is there, at another start time perhaps. */
  private void compareMoved(L record) {
    Changes<L> changes =
        Changes.between(
            List.of(record),
            desk.store().find(desk.account().scope(), List.of(record.key())),
            desk.clock().instant(),
            false);
    for (L moved : changes.wanted()) {
      underway++;
      desk.completions().complete(moved, false, this::over, this::over);
    }
  }

  private void over() {
    underway--;
  }
}
