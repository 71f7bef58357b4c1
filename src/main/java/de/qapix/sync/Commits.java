package de.qapix.sync;

import de.qapix.store.Batch;
import de.qapix.store.Counts;
import de.qapix.store.OpenRun;
import de.qapix.store.Reject;
import de.qapix.store.Sweep;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.exception.DataAccessException;

/**
 * Writes what is complete. A batch that the database refuses because of its data is split until the
 * one record that it refuses stands alone; that one is rejected, the others are written.
 */
final class Commits<L extends Listed, W extends Whole> {

  private final Desk<L, W> desk;
  private final OpenRun<W> run;
  private final Sweep sweep;
  private final Sweeping<L, W> sweeping;
  private boolean broken;

  Commits(Desk<L, W> desk, OpenRun<W> run, Sweep sweep, Sweeping<L, W> sweeping) {
    this.desk = desk;
    this.run = run;
    this.sweep = sweep;
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
    Batch<W> batch = desk.intake().batch(sweeping.news());
    if (desk.intake().isEmpty() && batch.checkpoints().isEmpty()) {
      return;
    }
    Set<String> fresh = desk.intake().fresh();
    desk.intake().clear();
    broken = true;
    write(batch, fresh);
    broken = false;
    sweeping.saved();
    desk.intake().assertBearable();
  }

  private void write(Batch<W> batch, Set<String> fresh) {
    Set<String> keys = batch.records().stream().map(Whole::key).collect(Collectors.toSet());
    try {
      Set<String> changed =
          run.commit(
              sweep, desk.account().scope(), batch, written -> after(keys, fresh, written, batch));
      desk.tally().written(after(keys, fresh, changed, batch));
    } catch (DataAccessException refusal) {
      if (batch.records().isEmpty() || !Refusals.isAboutTheData(refusal)) {
        throw refusal;
      }
      split(batch, fresh, refusal);
    }
  }

  private Counts after(Set<String> keys, Set<String> fresh, Set<String> changed, Batch<W> batch) {
    return desk.tally()
        .after(
            keys,
            fresh,
            changed,
            batch.gone().size(),
            sweeping.total(),
            sweeping.synced(),
            desk.feed().effort());
  }

  private void split(Batch<W> batch, Set<String> fresh, DataAccessException refusal) {
    List<W> records = batch.records();
    if (records.size() == 1) {
      W record = records.get(0);
      Reject reject = Refusals.reject(desk.feed().kind(), record.key(), record.raw(), refusal);
      desk.tally().rejected();
      write(batch.rejecting(reject), fresh);
      return;
    }
    int half = records.size() / 2;
    List<W> first = records.subList(0, half);
    List<W> second = records.subList(half, records.size());
    write(Batch.of(first, Intake.readable(first)), fresh);
    write(batch.with(second, Intake.readable(second)), fresh);
  }

  Counts counts() {
    return desk.tally().counts(sweeping.total(), sweeping.synced(), desk.feed().effort());
  }
}
