package de.qapix.data.sync;

import de.qapix.data.feed.ListedRecord;
import de.qapix.data.feed.SliceLister;
import de.qapix.data.store.Checkpoint;
import java.util.HashSet;
import java.util.Set;

/** One slice of a preview. */
record SlicePreview<L extends ListedRecord>(SliceVisit visit, SliceLister<L> lister) {

  /**
   * Stored records that a run would ask for because the list does not show them; none before it has
   * come to its end.
   *
   * @param stored keys of the records that are stored where the list was read
   */
  long missing(Set<String> stored) {
    Checkpoint begin = visit.checkpoint();
    Set<String> missing = new HashSet<>(stored);
    missing.removeAll(begin.rejected());
    missing.addAll(begin.missing());
    missing.removeIf(lister::hasShown);
    long rejected = begin.rejected().stream().filter(key -> !lister.hasShown(key)).count();
    long listed = begin.doneCount() + rejected + lister.shown();
    return MissingRecords.isSuspicious(missing.size(), listed) ? 0 : missing.size();
  }
}
