package de.qapix.data.sync;

import static java.util.stream.Collectors.toSet;

import de.qapix.data.api.ApiException;
import de.qapix.data.feed.CompleteRecord;
import de.qapix.data.feed.ListedRecord;
import de.qapix.data.store.WithheldDeletions;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Searches for stored records that a list, read to its end, did not show. Those that the API no
 * longer knows are marked as deleted.
 */
public final class MissingRecords<L extends ListedRecord, W extends CompleteRecord> {

  /** A listing that shows more than a fifth less than the last one is more likely to be wrong. */
  private static final int GUARDED_FRACTION = 5;

  private final RecordReader<L, W> reader;
  private final boolean allowMassDelete;
  private final Set<String> answered = new HashSet<>();
  private long asked;
  private long tooMany;
  private long untold;

  MissingRecords(RecordReader<L, W> reader, boolean allowMassDelete) {
    this.reader = reader;
    this.allowMassDelete = allowMassDelete;
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
    if (isSuspicious(missing.size(), listed) && !allowMassDelete) {
      tooMany = missing.size();
      return;
    }
    asked = missing.size();
    missing.forEach(this::ask);
  }

  private void ask(String key) {
    reader
        .requests()
        .find(
            key,
            found -> {
              answered.add(key);
              found.ifPresentOrElse(reader::readMoved, () -> reader.records().remove(key));
            },
            failure -> {
              if (!(failure instanceof ApiException refusal && refusal.concernsOneRecord())) {
                throw failure;
              }
              answered.add(key);
              untold++;
            });
  }

  /** Keys of those that need not be asked for again: what had only moved is there now. */
  Set<String> settled() {
    return answered.stream().filter(key -> !reader.records().isOpen(key)).collect(toSet());
  }

  boolean isOver() {
    return settled().size() == asked;
  }

  /** Missing records that were left as they are: too many, or the API would not tell. */
  WithheldDeletions heldBack() {
    return new WithheldDeletions(tooMany, untold);
  }
}
