package de.qapix.data.sync;

import de.qapix.data.feed.ListedRecord;
import de.qapix.data.store.StoredRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a page of a list means for the database.
 *
 * @param added records that are not stored
 * @param updated records that look different from what is stored
 * @param due records that look the same, and whose time for a second look has come
 * @param again records that look the same, and that a full sweep has not read yet
 * @param unchanged the others
 * @param stored what is stored of all these
 */
record Changes<L extends ListedRecord>(
    List<L> added,
    List<L> updated,
    List<L> due,
    List<L> again,
    List<L> unchanged,
    Map<String, StoredRecord> stored) {

  /**
   * @param full number of the sweep for which every record is to be read once, however it looks;
   *     empty for an ordinary one
   */
  static <L extends ListedRecord> Changes<L> between(
      List<L> listed, Map<String, StoredRecord> stored, Instant now, Optional<Long> full) {
    Changes<L> changes =
        new Changes<>(
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            stored);
    for (L record : listed) {
      changes.place(record, stored.get(record.key()), now, full).add(record);
    }
    return changes;
  }

  private List<L> place(L record, StoredRecord known, Instant now, Optional<Long> full) {
    if (known == null) {
      return added;
    }
    if (!known.fingerprint().equals(record.fingerprint())) {
      return updated;
    }
    if (known.dueAt().filter(time -> !time.isAfter(now)).isPresent()) {
      return due;
    }
    return full.isPresent() && !known.readFor().equals(full) ? again : unchanged;
  }

  /** Those that cost further requests. */
  List<L> wanted() {
    List<L> wanted = new ArrayList<>(added);
    wanted.addAll(updated);
    wanted.addAll(due);
    wanted.addAll(again);
    return wanted;
  }
}
