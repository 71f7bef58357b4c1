package de.qapix.sync;

import de.qapix.store.Stored;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a page of a list means for the database.
 *
 * @param added records that are not stored
 * @param updated records that look different from what is stored
 * @param due records that look the same, and whose time for a second look has come
 * @param unchanged the others
 */
record Changes<L extends Listed>(List<L> added, List<L> updated, List<L> due, List<L> unchanged) {

  /**
   * @param full whether every stored record is to be read again
   */
  static <L extends Listed> Changes<L> between(
      List<L> listed, Map<String, Stored> stored, Instant now, boolean full) {
    Changes<L> changes =
        new Changes<>(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (L record : listed) {
      changes.place(record, stored.get(record.key()), now, full).add(record);
    }
    return changes;
  }

  private List<L> place(L record, Stored known, Instant now, boolean full) {
    if (known == null) {
      return added;
    }
    if (full || !known.fingerprint().equals(record.fingerprint())) {
      return updated;
    }
    return known.dueAt().filter(due -> !due.isAfter(now)).isPresent() ? due : unchanged;
  }

  /** Those that cost further requests. */
  List<L> wanted() {
    List<L> wanted = new ArrayList<>(added);
    wanted.addAll(updated);
    wanted.addAll(due);
    return wanted;
  }
}
