package de.qapix.data.sync;

import de.qapix.data.store.Batch;
import de.qapix.data.store.Counts;
import de.qapix.data.store.OpenRun;
import de.qapix.data.store.Reject;
import de.qapix.data.store.Written;
import java.util.List;
import org.jooq.exception.DataAccessException;

/**
 * Writes what is complete. A batch that the database refuses because of its data is split until the
 * one record that it refuses stands alone; that one is rejected, the others are written.
 */
final class BatchWriter<L extends ListedRecord, W extends CompleteRecord> {

  private final OpenRun<W> run;
  private final FeedRequests<L, W> requests;
  private final RunRecords<L, W> records;
  private final Sweeping<L, W> sweeping;
  private boolean broken;

  BatchWriter(OpenRun<W> run, Sweeping<L, W> sweeping, RecordReader<L, W> reader) {
    this.run = run;
    this.requests = reader.requests();
    this.records = reader.records();
    this.sweeping = sweeping;
  }

  /**
   * Writes all that waits, with how far that brings the sweep. Does nothing after a batch that
   * failed: no checkpoint may move over records that are not there.
   */
  void commit() {
    if (broken) {
      return;
    }
    sweeping.advance();
    if (!records.isEmpty() || !sweeping.news().isEmpty()) {
      broken = true;
      write(records.take(), true);
      broken = false;
      sweeping.saved();
    }
    records.rejects().assertBearable();
  }

  /**
   * @param last whether nothing of what was complete comes after it, so that the checkpoints hold
   */
  private void write(Batch<W> batch, boolean last) {
    try {
      Written written =
          run.commit(
              sweeping.sweep(),
              requests.account().scope(),
              last ? batch.with(sweeping.news()) : batch,
              after ->
                  records.after(
                      batch,
                      after,
                      last ? sweeping.reach() : sweeping.reached(),
                      requests.feed().effort()));
      records.written(batch, written);
    } catch (DataAccessException refusal) {
      if (batch.records().isEmpty() || !RecordRejection.isAboutTheData(refusal)) {
        throw refusal;
      }
      split(batch, last, refusal);
    }
  }

  private void split(Batch<W> batch, boolean last, DataAccessException refusal) {
    List<W> whole = batch.records();
    if (whole.size() == 1) {
      W record = whole.get(0);
      Reject reject =
          RecordRejection.reject(requests.feed().kind(), record.key(), record.raw(), refusal);
      records.refuse(reject);
      write(batch.rejecting(reject), last);
      return;
    }
    int half = whole.size() / 2;
    List<W> first = whole.subList(0, half);
    List<W> second = whole.subList(half, whole.size());
    write(Batch.of(first, RunRecords.readable(first)), false);
    write(batch.with(second, RunRecords.readable(second)), last);
  }

  Counts counts() {
    return records.counts(sweeping.reach(), requests.feed().effort());
  }
}
