package de.qapix.data.sync;

import de.qapix.data.api.ApiException;
import de.qapix.data.api.ApiUsage;
import de.qapix.data.api.UnreadableRecord;
import de.qapix.data.feed.CompleteRecord;
import de.qapix.data.feed.ListedRecord;
import de.qapix.data.store.Batch;
import de.qapix.data.store.BatchResult;
import de.qapix.data.store.Counts;
import de.qapix.data.store.Reject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The records that a run has met, each in one state, whichever lists have shown it. What holds a
 * checkpoint back, what is written next and what is counted all follow from that.
 */
final class RunRecords<L extends ListedRecord, W extends CompleteRecord> {

  private enum State {
    /** A list has shown it, and it was not compared with what is stored yet. */
    LISTED,
    /** What belongs to it is being asked for. */
    WANTED,
    /** It is there with all that belongs to it, and waits to be written. */
    COMPLETE,
    /** It is being written. */
    WRITING,
    /** It stands in the database as it should. */
    WRITTEN,
    /** It could not be read or written. */
    REJECTED
  }

  private static final Set<State> OPEN = EnumSet.of(State.LISTED, State.WANTED, State.COMPLETE);
  private static final Set<State> DONE = EnumSet.of(State.WRITING, State.WRITTEN);

  private static final class Entry<L> {
    private State state = State.LISTED;

    /** When it starts, as it was shown last; null where that could not be read. */
    private Instant start;

    /** As it was listed when it was asked for; null when it is not, as it may be large. */
    private L asked;

    /** What a list has shown of it since it was asked for. */
    private L newer;

    /** Of what was complete last; null before. */
    private String fingerprint;

    /** A run before this one may have begun it, and then no list of this one need have shown it. */
    private boolean shown;

    private RecordOutcome outcome;
  }

  private final Map<String, Entry<L>> entries = new LinkedHashMap<>();
  private final Map<String, W> complete = new LinkedHashMap<>();
  private final Set<String> gone = new LinkedHashSet<>();
  private final Set<String> removed = new HashSet<>();
  private final Map<RecordOutcome, Long> outcomes = new EnumMap<>(RecordOutcome.class);
  private final SweepRejects rejects;

  RunRecords(SweepRejects rejects) {
    this.rejects = rejects;
  }

  SweepRejects rejects() {
    return rejects;
  }

  private Entry<L> entry(String key) {
    return entries.computeIfAbsent(key, any -> new Entry<>());
  }

  /** A list shows it; now it has to be compared with what is stored. */
  void list(L record) {
    Entry<L> entry = entry(record.key());
    entry.shown = true;
    entry.start = record.start();
    if (entry.state == State.REJECTED) {
      entry.state = State.LISTED;
    }
  }

  /** A list shows it, and it cannot be read. That says nothing of what was read in this run. */
  void list(UnreadableRecord record) {
    Entry<L> entry = entry(record.key());
    entry.shown = true;
    if (!isDone(record.key()) && entry.state != State.COMPLETE) {
      entry.state = entry.state == State.WANTED ? State.WANTED : State.REJECTED;
      rejects.add(RecordRejection.reject(record));
    }
  }

  /** It is fine as it is stored. */
  void leave(L record) {
    Entry<L> entry = entry(record.key());
    if (entry.state == State.LISTED) {
      entry.state = State.WRITTEN;
    }
    if (entry.outcome == null) {
      entry.outcome = RecordOutcome.UNCHANGED;
      outcomes.merge(RecordOutcome.UNCHANGED, 1L, Long::sum);
    }
    rejects.leave(record.key());
  }

  /**
   * What is stored of it is not enough. Tells whether it has to be asked for: what is under way, or
   * complete as it was shown, is not asked for again.
   */
  boolean want(L record) {
    Entry<L> entry = entry(record.key());
    if (entry.state == State.WANTED) {
      if (record.changedAt().isAfter(entry.asked.changedAt())) {
        entry.newer = record;
      }
      return false;
    }
    if (record.fingerprint().equals(entry.fingerprint)) {
      if (entry.state == State.LISTED) {
        entry.state = complete.containsKey(record.key()) ? State.COMPLETE : State.WRITTEN;
      }
      return false;
    }
    entry.state = State.WANTED;
    entry.start = record.start();
    entry.asked = record;
    return true;
  }

  /**
   * It is complete.
   *
   * @return what has to be asked for instead, as it has changed in between
   */
  Optional<L> complete(W whole) {
    Entry<L> entry = entry(whole.key());
    entry.fingerprint = whole.fingerprint();
    complete.put(whole.key(), whole);
    whole.readable().forEach(rejects::read);
    whole.unreadable().forEach(part -> rejects.add(RecordRejection.reject(part)));
    return next(entry, State.COMPLETE);
  }

  /**
   * It could not be completed. What no list has shown in this run may be gone by now, which is no
   * fault.
   *
   * @return what has to be asked for instead, as it has changed in between
   * @throws RuntimeException the failure itself where it is not about that record
   */
  Optional<L> fail(String kind, L record, RuntimeException failure) {
    Entry<L> entry = entry(record.key());
    if (entry.newer == null) {
      if (!(failure instanceof ApiException refusal && refusal.concernsOneRecord())) {
        throw failure;
      }
      if (!entry.shown) {
        entries.remove(record.key());
        return Optional.empty();
      }
      rejects.add(RecordRejection.reject(kind, record.key(), record.raw(), refusal));
    }
    return next(entry, State.REJECTED);
  }

  private Optional<L> next(Entry<L> entry, State state) {
    entry.asked = entry.newer;
    entry.newer = null;
    if (entry.asked == null) {
      entry.state = state;
    }
    return Optional.ofNullable(entry.asked);
  }

  /** The API no longer has it. */
  void remove(String key) {
    gone.add(key);
    rejects.leave(key);
  }

  /** Whether a checkpoint has to stay before it. */
  boolean isOpen(String key) {
    return is(key, OPEN) || gone.contains(key);
  }

  /** Whether it is up to date once all that is being written is there. */
  boolean isDone(String key) {
    return is(key, DONE);
  }

  private boolean is(String key, Set<State> states) {
    Entry<L> entry = entries.get(key);
    return entry != null && states.contains(entry.state);
  }

  /** Whether a list of this run has shown it, wherever it starts now. */
  boolean isShown(String key) {
    Entry<L> entry = entries.get(key);
    return entry != null && entry.shown;
  }

  /** Whether the run has completed it as another version than this. */
  boolean isOther(L record) {
    Entry<L> entry = entries.get(record.key());
    return entry != null
        && entry.fingerprint != null
        && !entry.fingerprint.equals(record.fingerprint());
  }

  /** When a record starts that has been listed in this run. */
  Instant start(String key) {
    return entries.get(key).start;
  }

  /** Records that have been asked for and are not complete, as they were listed. */
  Stream<L> underway() {
    return entries.values().stream()
        .filter(entry -> entry.state == State.WANTED)
        .map(entry -> entry.asked);
  }

  /** How many records are to be written. */
  int size() {
    return complete.size() + gone.size();
  }

  boolean isEmpty() {
    return size() == 0 && rejects.isEmpty();
  }

  /** Takes all that is to be written. */
  Batch<W> take() {
    return withRejects(take(Integer.MAX_VALUE, key -> false));
  }

  /**
   * Takes records that are to be written, but no more than so many, and leaves the rejects.
   *
   * @param doubtful whether a record was refused before: it holds up none of the others
   */
  Batch<W> take(int most, Predicate<String> doubtful) {
    List<W> taken = complete(most, doubtful.negate());
    if (taken.isEmpty()) {
      taken = complete(most, doubtful);
    }
    for (W record : taken) {
      Entry<L> entry = entry(record.key());
      entry.state = entry.state == State.COMPLETE ? State.WRITING : entry.state;
      complete.remove(record.key());
    }
    Batch<W> batch = new Batch<>(taken, gone, List.of(), readable(taken), Set.of(), List.of());
    gone.clear();
    return batch;
  }

  private List<W> complete(int most, Predicate<String> key) {
    return complete.values().stream().filter(record -> key.test(record.key())).limit(most).toList();
  }

  /** What was taken could not be written for want of time. */
  void giveBack(Batch<W> batch) {
    for (W record : batch.records()) {
      Entry<L> entry = entry(record.key());
      if (entry.state == State.WRITING) {
        entry.state = State.COMPLETE;
        complete.put(record.key(), record);
      }
    }
    gone.addAll(batch.gone());
    batch.rejects().forEach(rejects::add);
    rejects.settle(batch.settled());
  }

  /** The batch with what has turned out to be a reject, or none any longer, since the last one. */
  Batch<W> withRejects(Batch<W> batch) {
    List<Reject> rejected = new ArrayList<>(batch.rejects());
    rejected.addAll(rejects.unwritten());
    Set<String> settled = new HashSet<>(batch.settled());
    settled.addAll(rejects.settled());
    rejects.clear();
    return new Batch<>(
        batch.records(), batch.gone(), rejected, batch.readable(), settled, batch.checkpoints());
  }

  /** Keys of these records and of all that belongs to them. */
  static Set<String> readable(Iterable<? extends CompleteRecord> records) {
    Set<String> readable = new LinkedHashSet<>();
    records.forEach(record -> readable.addAll(record.readable()));
    return readable;
  }

  /** A batch has been written. */
  void written(Batch<W> batch, BatchResult result) {
    for (W record : batch.records()) {
      Entry<L> entry = entry(record.key());
      if (entry.state == State.WRITING) {
        entry.state = State.WRITTEN;
      }
      RecordOutcome outcome = RecordOutcome.of(record.key(), result, entry.outcome);
      BatchCounts.count(entry.outcome, outcome, outcomes);
      entry.outcome = outcome;
    }
    removed.addAll(result.removed());
  }

  /** A complete record could not be written. What is newer than it may be. */
  void refuse(Reject reject) {
    Entry<L> entry = entry(reject.key());
    if (entry.state == State.COMPLETE) {
      return;
    }
    if (entry.state != State.WANTED) {
      entry.state = State.REJECTED;
    }
    entry.fingerprint = null;
    rejects.note(reject);
  }

  /** What the run will have done once a batch is written. */
  BatchCounts counts(Batch<W> batch, SweepTotals totals, ApiUsage effort) {
    Map<String, RecordOutcome> before = new HashMap<>();
    batch.records().forEach(record -> before.put(record.key(), entry(record.key()).outcome));
    Set<String> gone = new HashSet<>(batch.gone());
    gone.removeAll(removed);
    return new BatchCounts(
        outcomes, before, gone, removed.size(), rejects.ofTheRun(), totals, effort);
  }

  Counts counts(SweepTotals totals, ApiUsage effort) {
    return counts(Batch.nothing(), totals, effort).after(BatchResult.NOTHING);
  }
}
