package de.qapix.data.verify;

import de.qapix.data.feed.FeedRequests;
import de.qapix.data.feed.ListedRecord;
import de.qapix.data.feed.Slice;
import de.qapix.data.feed.SliceLister;
import de.qapix.data.sync.MissingRecords;
import java.util.HashSet;
import java.util.Set;

/** One slice of a verification: listed page by page, and at its end searched for what is extra. */
final class SliceVerification<L extends ListedRecord> {

  private final Slice slice;
  private final RecordComparison<L, ?> comparison;
  private final SliceLister<L> lister;

  SliceVerification(
      FeedRequests<L, ?> requests,
      Slice slice,
      RecordComparison<L, ?> comparison,
      VerificationFindings findings) {
    this.slice = slice;
    this.comparison = comparison;
    this.lister =
        new SliceLister<>(
            requests,
            slice,
            shown -> {
              shown.unreadable().forEach(findings::unread);
              comparison.listed(shown.records());
            });
  }

  Slice slice() {
    return slice;
  }

  SliceLister<L> lister() {
    return lister;
  }

  /**
   * Asks for stored records that the list did not show.
   *
   * @param stored keys of the records of this slice
   */
  void search(Set<String> stored, Slice window) {
    Set<String> hidden = new HashSet<>(stored);
    hidden.removeIf(lister::hasShown);
    comparison.confirm(
        hidden,
        start -> !slice.holds(start) && window.holds(start),
        MissingRecords.isSuspicious(hidden.size(), lister.shown()));
  }
}
