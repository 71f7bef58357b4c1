package de.qapix.data.verify;

import de.qapix.data.feed.CompleteRecord;
import de.qapix.data.feed.ListedRecord;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The tables of one API, compared with what a sync would write into them. Only reads.
 *
 * @param <L> a record as a list shows it
 * @param <W> the same record with all that belongs to it
 */
public interface StoredComparison<L extends ListedRecord, W extends CompleteRecord> {

  /** Compares all that follows from a list alone. */
  List<RowDifference> compareListed(List<L> records, ExpectedRecords expected);

  /** Compares what belongs to the records and only comes with them whole. */
  List<RowDifference> compareWhole(List<W> records);

  /**
   * The differences that a stored record, and what belongs to it, makes which the API does not
   * have; none if all of it is marked as deleted.
   */
  List<RowDifference> findExtra(String key);

  /** Those of these keys that a sync has written since this moment. */
  Set<String> writtenSince(Instant moment, Collection<String> keys);
}
