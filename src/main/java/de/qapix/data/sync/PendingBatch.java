package de.qapix.data.sync;

import de.qapix.data.api.ApiException;
import de.qapix.data.api.UnreadableRecord;
import de.qapix.data.store.Batch;
import de.qapix.data.store.Reject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is complete and waits to be written. */
final class PendingBatch<W extends CompleteRecord> {

  private final Map<String, W> records = new LinkedHashMap<>();
  private final Set<String> fresh = new LinkedHashSet<>();
  private final Set<String> gone = new LinkedHashSet<>();
  private final List<Reject> rejects = new ArrayList<>();
  private final Set<String> settled = new LinkedHashSet<>();
  private final Map<String, Instant> mended = new HashMap<>();
  private final Set<String> rejectedBefore;
  private final SweepRejects ofTheSweep;
  private final Tally tally;

  /**
   * @param rejectedBefore keys of what runs before this one have rejected
   */
  PendingBatch(Set<String> rejectedBefore, SweepRejects ofTheSweep, Tally tally) {
    this.rejectedBefore = rejectedBefore;
    this.ofTheSweep = ofTheSweep;
    this.tally = tally;
  }

  /**
   * A record is complete.
   *
   * @param isNew whether it had not been stored before
   */
  void add(W record, boolean isNew) {
    records.put(record.key(), record);
    if (isNew) {
      fresh.add(record.key());
    }
    if (ofTheSweep.contains(record.key())) {
      mended.put(record.key(), record.start());
    }
    record.readable().forEach(this::read);
    record.unreadable().forEach(this::reject);
  }

  /** Something could be read: it is no reject any longer. */
  void read(String key) {
    if (ofTheSweep.remove(key)) {
      rejects.removeIf(reject -> reject.key().equals(key));
    }
  }

  /** A record is fine as it is stored; if it was a reject, it is none any longer. */
  void leave(ListedRecord record) {
    String key = record.key();
    if (ofTheSweep.contains(key)) {
      mended.put(key, record.start());
    }
    if (ofTheSweep.contains(key) || rejectedBefore.contains(key)) {
      settled.add(key);
    }
    read(key);
  }

  /** The API no longer has it. */
  void remove(String key) {
    gone.add(key);
  }

  void reject(UnreadableRecord record) {
    reject(RecordRejection.reject(record));
  }

  /**
   * What belongs to a record could not be had.
   *
   * @throws RuntimeException the failure itself where it is not about that record
   */
  void rejectOrFail(String kind, ListedRecord record, RuntimeException failure) {
    if (!(failure instanceof ApiException refusal && refusal.concernsOneRecord())) {
      throw failure;
    }
    reject(RecordRejection.reject(kind, record.key(), record.raw(), refusal));
  }

  /** The database refuses a record. */
  void reject(Reject reject) {
    rejects.add(reject);
    note(reject);
  }

  /** A reject is written already, or is about to be. */
  void note(Reject reject) {
    tally.rejected(reject.kind(), reject.key());
    ofTheSweep.add(reject);
  }

  /** Records that were rejected in this sweep and are complete now, with their start times. */
  Map<String, Instant> mended() {
    return Map.copyOf(mended);
  }

  /** What the sweep holds of rejects. */
  SweepRejects ofTheSweep() {
    return ofTheSweep;
  }

  int size() {
    return records.size() + gone.size();
  }

  boolean isEmpty() {
    return size() == 0 && rejects.isEmpty() && settled.isEmpty();
  }

  /** Keys of the waiting records that had not been stored before. */
  Set<String> fresh() {
    return Set.copyOf(fresh);
  }

  /** All that waits, to be written together. */
  Batch<W> batch() {
    List<W> complete = List.copyOf(records.values());
    return new Batch<>(complete, gone, rejects, readable(complete), settled, List.of());
  }

  /** Keys of these records and of all that belongs to them. */
  static Set<String> readable(List<? extends CompleteRecord> records) {
    Set<String> readable = new LinkedHashSet<>();
    records.forEach(record -> readable.addAll(record.readable()));
    return readable;
  }

  void clear() {
    records.clear();
    fresh.clear();
    gone.clear();
    rejects.clear();
    settled.clear();
    mended.clear();
  }
}
