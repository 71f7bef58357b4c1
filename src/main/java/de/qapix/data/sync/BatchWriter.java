package de.qapix.data.sync;

import de.qapix.data.api.TimeBox;
import de.qapix.data.feed.CompleteRecord;
import de.qapix.data.feed.FeedRequests;
import de.qapix.data.feed.ListedRecord;
import de.qapix.data.feed.ReferenceLists;
import de.qapix.data.store.Batch;
import de.qapix.data.store.BatchResult;
import de.qapix.data.store.Counts;
import de.qapix.data.store.OpenRun;
import de.qapix.data.store.Reject;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jooq.exception.DataAccessException;

/**
 * Writes what is complete, while the run goes on. A batch that the database refuses because of its
 * data is split until the one record that it refuses stands alone; that one is rejected, the others
 * are written.
 */
final class BatchWriter<L extends ListedRecord, W extends CompleteRecord> implements AutoCloseable {

  /** How many times the usual number of records are written at once when they come too fast. */
  private static final int LARGEST_FACTOR = 10;

  /** A transaction that takes longer may be lost when a run's time is up. */
  private static final Duration LONGEST_WRITE = Duration.ofSeconds(1);

  /** How many records are written first, while nobody knows how fast the database writes. */
  private static final int FIRST_BATCH = 10;

  /** Until when after the end of the time it is sure that what is written is not cut off. */
  private static final Duration SAFE = Duration.ofMillis(1_200);

  private final OpenRun<W> run;
  private final FeedRequests<L, W> requests;
  private final RunRecords<L, W> records;
  private final SweepSlices<L, W> slices;
  private final DatabaseWriter database;
  private final TimeBox box;
  private final int usual;
  private final int largest;

  /**
   * What is being written and what is to be written after it, of one batch; what has failed stays.
   * The checkpoints hold with the last of them.
   */
  private final Deque<Batch<W>> parts = new ArrayDeque<>();

  /** How long a record takes. */
  private Duration each = LONGEST_WRITE.dividedBy(FIRST_BATCH);

  private boolean measured;

  /**
   * @param usual how many records are written at once when they come slowly
   */
  BatchWriter(
      OpenRun<W> run, SweepSlices<L, W> slices, RecordReader<L, W> reader, int usual, TimeBox box) {
    this.run = run;
    this.requests = reader.requests();
    this.records = reader.records();
    this.slices = slices;
    this.database = new DatabaseWriter(requests::wake);
    this.usual = usual;
    this.largest = LARGEST_FACTOR * usual;
    this.box = box;
  }

  /** Begins to write the small lists; what the database refuses of them is rejected. */
  void write(ReferenceLists catalogue, Runnable then) {
    SweepRejects rejects = records.rejects();
    catalogue.parts().forEach(part -> rejects.read(part.key()));
    database.write(
        () -> ReferenceListWriter.write(run, catalogue),
        refused -> {
          refused.forEach(rejects::add);
          then.run();
        },
        this::fail);
  }

  /**
   * Begins to write what is complete, as much of it as fits a batch, with how far that brings the
   * sweep. Does nothing while another batch is being written, nor after one that failed: no
   * checkpoint may move over records that are not there. Nor does it once the time is up and the
   * batch would not be written in time: those records hold the checkpoints back, so that the next
   * run reads them again.
   */
  void commit() {
    if (!parts.isEmpty() || isTooLate(records.size())) {
      return;
    }
    boolean nothing = records.isEmpty();
    Batch<W> batch = records.take(most(), run::hasRejected);
    slices.advance();
    if (nothing && slices.news().isEmpty()) {
      records.rejects().assertBearable();
      return;
    }
    parts.push(batch);
    writeNext();
  }

  private boolean isTooLate(int size) {
    return left().compareTo(each.multipliedBy(Math.min(size, most()))) < 0;
  }

  /** What may still be written without being cut off; negative when it is too late for anything. */
  private Duration left() {
    return box.left().plus(SAFE).minus(box.overdue());
  }

  /** Where rows are written slowly, a batch is as large as fits the time. */
  private int most() {
    Duration longest = left().compareTo(LONGEST_WRITE) < 0 ? left() : LONGEST_WRITE;
    return (int) Math.max(1, Math.min(largest, longest.dividedBy(each)));
  }

  /** A small batch that is written fast tells only how far the database is away. */
  private void measure(int size, Duration taken) {
    if (size * 2 >= most() || (size > 0 && taken.multipliedBy(2).compareTo(LONGEST_WRITE) > 0)) {
      each = taken.dividedBy(Math.max(1, size)).plusNanos(1);
      measured = true;
    }
  }

  private void writeNext() {
    boolean last = parts.size() == 1;
    Batch<W> next = parts.pop();
    Batch<W> batch = last ? records.withRejects(next).with(slices.news()) : next;
    parts.push(batch);
    BatchCounts counts =
        records.counts(
            batch, last ? slices.totals() : slices.writtenTotals(), requests.feed().effort());
    Duration began = box.spent();
    database.write(
        () ->
            run.commit(
                Optional.of(slices.sweep()), requests.account().scope(), batch, counts::after),
        result -> written(batch, result, box.spent().minus(began)),
        failure -> refused(batch, failure));
  }

  private void written(Batch<W> batch, BatchResult result, Duration taken) {
    measure(batch.records().size(), taken);
    parts.pop();
    records.written(batch, result);
    if (parts.isEmpty()) {
      slices.saved();
      records.rejects().assertBearable();
    } else {
      writeNext();
    }
  }

  private void refused(Batch<W> batch, RuntimeException failure) {
    if (!(failure instanceof DataAccessException refusal)
        || batch.records().isEmpty()
        || !RecordRejection.isAboutTheData(refusal)) {
      throw failure;
    }
    parts.pop();
    split(batch, refusal);
    if (isTooLate(parts.element().records().size())) {
      parts.forEach(records::giveBack);
      parts.clear();
    } else {
      writeNext();
    }
  }

  private void split(Batch<W> batch, DataAccessException refusal) {
    List<W> whole = batch.records();
    if (whole.size() == 1) {
      W record = whole.get(0);
      Reject reject =
          RecordRejection.reject(requests.feed().kind(), record.key(), record.raw(), refusal);
      records.refuse(reject);
      parts.push(batch.rejecting(reject));
      return;
    }
    int half = whole.size() / 2;
    List<W> first = whole.subList(0, half);
    List<W> second = whole.subList(half, whole.size());
    parts.push(batch.with(second, RunRecords.readable(second)));
    parts.push(Batch.of(first, RunRecords.readable(first)));
  }

  private void fail(RuntimeException failure) {
    throw failure;
  }

  /**
   * Writes what is complete, as far as the time lets it, and waits until it is written.
   *
   * @param done whether the sweep is at its end, and so needs its checkpoints no longer
   */
  void finish(BooleanSupplier done) throws InterruptedException {
    do {
      database.await();
      slices.finishListed();
      if (done.getAsBoolean()) {
        slices.saved();
        records.rejects().assertBearable();
        return;
      }
      commit();
    } while (!database.isIdle());
  }

  /** Whether more may wait to be written. */
  boolean hasRoom() {
    return records.size() < (measured ? Math.max(usual, most()) : largest);
  }

  /** Does what follows from what has been written by now. */
  void applyWritten() throws InterruptedException {
    database.applyWritten();
  }

  /** Waits until all that was given to be written is written. */
  void await() throws InterruptedException {
    database.await();
  }

  Counts counts() {
    return records.counts(slices.totals(), requests.feed().effort());
  }

  @Override
  public void close() {
    database.close();
  }
}
