package de.qapix.data.sync;

import de.qapix.data.store.Batch;
import de.qapix.data.store.Counts;
import de.qapix.data.store.OpenRun;
import de.qapix.data.store.Reject;
import de.qapix.data.store.Written;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.exception.DataAccessException;

/**
 * Writes what is complete. A batch that the database refuses because of its data is split until the
 * one record that it refuses stands alone; that one is rejected, the others are written.
 */
final class BatchWriter<L extends ListedRecord, W extends CompleteRecord> {

  private final Desk<L, W> desk;
  private final OpenRun<W> run;
  private final Sweeping<L, W> sweeping;
  private boolean broken;

  BatchWriter(Desk<L, W> desk, OpenRun<W> run, Sweeping<L, W> sweeping) {
    this.desk = desk;
    this.run = run;
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
    sweeping.mend(desk.intake().mended());
    sweeping.advance();
    if (!desk.intake().isEmpty() || !sweeping.news().isEmpty()) {
      writeAll();
    }
    desk.intake().ofTheSweep().assertBearable();
  }

  private void writeAll() {
    Batch<W> batch = desk.intake().batch();
    Set<String> fresh = desk.intake().fresh();
    desk.intake().clear();
    broken = true;
    write(batch, fresh, true);
    broken = false;
    sweeping.saved();
  }

  /**
   * @param last whether nothing of what was complete comes after it, so that the checkpoints hold
   */
  private void write(Batch<W> batch, Set<String> fresh, boolean last) {
    Set<String> keys =
        batch.records().stream().map(CompleteRecord::key).collect(Collectors.toSet());
    try {
      Written written =
          run.commit(
              desk.sweep(),
              desk.account().scope(),
              last ? batch.with(sweeping.news()) : batch,
              after ->
                  desk.tally()
                      .after(
                          keys,
                          fresh,
                          after,
                          last ? sweeping.reach() : sweeping.reached(),
                          desk.feed().effort()));
      desk.tally().written(keys, fresh, written);
    } catch (DataAccessException refusal) {
      if (batch.records().isEmpty() || !RecordRejection.isAboutTheData(refusal)) {
        throw refusal;
      }
      split(batch, fresh, last, refusal);
    }
  }

  private void split(Batch<W> batch, Set<String> fresh, boolean last, DataAccessException refusal) {
    List<W> records = batch.records();
    if (records.size() == 1) {
      W record = records.get(0);
      Reject reject =
          RecordRejection.reject(desk.feed().kind(), record.key(), record.raw(), refusal);
      desk.intake().note(reject);
      desk.completions().refuse(record.key());
      sweeping.refuse(record.key());
      write(batch.rejecting(reject), fresh, last);
      return;
    }
    int half = records.size() / 2;
    List<W> first = records.subList(0, half);
    List<W> second = records.subList(half, records.size());
    write(Batch.of(first, PendingBatch.readable(first)), fresh, false);
    write(batch.with(second, PendingBatch.readable(second)), fresh, last);
  }

  Counts counts() {
    return desk.tally().counts(sweeping.reach(), desk.feed().effort());
  }
}
