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
import java.util.function.BooleanSupplier;
import org.jooq.exception.DataAccessException;

/**
 * Writes what is complete, while the run goes on. A batch that the database refuses because of its
 * data is split until the one record that it refuses stands alone; that one is rejected, the others
 * are written.
 */
final class BatchWriter<L extends ListedRecord, W extends CompleteRecord> implements AutoCloseable {

  /** How many times the usual number of records are written at once when they come too fast. */
  private static final int LARGEST_BATCH = 10;

  /** A transaction that takes longer may be lost when a run's time is up. */
  private static final Duration LONGEST_WRITE = Duration.ofSeconds(1);

  /**
   * What is written in one transaction.
   *
   * @param last whether nothing of what was complete comes after it, so that the checkpoints hold
   */
  private record Part<W>(Batch<W> batch, boolean last) {}

  private final OpenRun<W> run;
  private final FeedRequests<L, W> requests;
  private final RunRecords<L, W> records;
  private final SweepSlices<L, W> sweeping;
  private final DatabaseWriter thread;
  private final TimeBox box;
  private final int usual;
  private final int largest;
  private final Deque<Part<W>> parts = new ArrayDeque<>();
  private int most;
  private boolean broken;

  /**
   * @param usual how many records are written at once when they come slowly
   */
  BatchWriter(
      OpenRun<W> run,
      SweepSlices<L, W> sweeping,
      RecordReader<L, W> reader,
      int usual,
      TimeBox box) {
    this.run = run;
    this.requests = reader.requests();
    this.records = reader.records();
    this.sweeping = sweeping;
    this.thread = new DatabaseWriter(requests::wake);
    this.usual = usual;
    this.largest = LARGEST_BATCH * usual;
    this.most = largest;
    this.box = box;
  }

  /** Begins to write the small lists; what the database refuses of them is rejected. */
  void write(ReferenceLists catalogue, Runnable then) {
    SweepRejects rejects = records.rejects();
    catalogue.parts().forEach(part -> rejects.read(part.key()));
    thread.write(
        () -> ReferenceListWriter.write(run, catalogue),
        refused -> {
          refused.forEach(rejects::add);
          then.run();
        },
        this::fail);
  }

  /**
   * Begins to write all that is complete, with how far that brings the sweep. Does nothing while
   * another batch is being written, nor after one that failed: no checkpoint may move over records
   * that are not there.
   */
  void commit() {
    if (broken || !parts.isEmpty()) {
      return;
    }
    boolean nothing = records.isEmpty();
    Batch<W> batch = records.take(most);
    sweeping.advance();
    if (nothing && sweeping.news().isEmpty()) {
      records.rejects().assertBearable();
      return;
    }
    parts.add(new Part<>(batch, true));
    writeNext();
  }

  private void writeNext() {
    Part<W> part = parts.remove();
    if (part.last()) {
      part = new Part<>(records.withRejects(part.batch()).with(sweeping.news()), true);
    }
    parts.push(part);
    write(part);
  }

  private void write(Part<W> part) {
    Batch<W> batch = part.batch();
    Duration began = box.spent();
    BatchCounts counts =
        records.counts(
            batch, part.last() ? sweeping.reach() : sweeping.reached(), requests.feed().effort());
    thread.write(
        () -> run.commit(sweeping.sweep(), requests.account().scope(), batch, counts::after),
        written -> {
          measure(batch.records().size(), box.spent().minus(began));
          written(part, written);
        },
        failure -> refused(part, failure));
  }

  /** Where rows are written slowly, a batch is as large as fits the time, but never too small. */
  private void measure(int size, Duration taken) {
    if (size > 0) {
      long fitting = size * LONGEST_WRITE.toMillis() / Math.max(1, taken.toMillis());
      most = (int) Math.max(usual, Math.min(largest, fitting));
    }
  }

  private void written(Part<W> part, BatchResult written) {
    parts.remove();
    records.written(part.batch(), written);
    if (part.last()) {
      sweeping.saved();
      records.rejects().assertBearable();
    } else {
      writeNext();
    }
  }

  private void refused(Part<W> part, RuntimeException failure) {
    if (!(failure instanceof DataAccessException refusal)
        || part.batch().records().isEmpty()
        || !RecordRejection.isAboutTheData(refusal)) {
      broken = true;
      throw failure;
    }
    parts.remove();
    split(part, refusal);
    writeNext();
  }

  private void split(Part<W> part, DataAccessException refusal) {
    Batch<W> batch = part.batch();
    List<W> whole = batch.records();
    if (whole.size() == 1) {
      W record = whole.get(0);
      Reject reject =
          RecordRejection.reject(requests.feed().kind(), record.key(), record.raw(), refusal);
      records.refuse(reject);
      parts.push(new Part<>(batch.rejecting(reject), part.last()));
      return;
    }
    int half = whole.size() / 2;
    List<W> first = whole.subList(0, half);
    List<W> second = whole.subList(half, whole.size());
    parts.push(new Part<>(batch.with(second, RunRecords.readable(second)), part.last()));
    parts.push(new Part<>(Batch.of(first, RunRecords.readable(first)), false));
  }

  private void fail(RuntimeException failure) {
    throw failure;
  }

  /**
   * Writes all that is complete, and waits until it is written.
   *
   * @param done whether the sweep ends with it, and so needs its checkpoints no longer
   */
  void finish(BooleanSupplier done) throws InterruptedException {
    thread.await();
    if (done.getAsBoolean() && records.isEmpty()) {
      sweeping.saved();
      records.rejects().assertBearable();
    } else {
      do {
        commit();
        thread.await();
      } while (!broken && !records.isEmpty());
    }
  }

  /** Whether more may wait to be written. */
  boolean hasRoom() {
    return records.size() < largest;
  }

  /** Does what follows from what has been written by now. */
  void settle() throws InterruptedException {
    thread.settle();
  }

  /** Waits until all that was given to be written is written. */
  void await() throws InterruptedException {
    thread.await();
  }

  Counts counts() {
    return records.counts(sweeping.reach(), requests.feed().effort());
  }

  @Override
  public void close() {
    thread.close();
  }
}
