package de.qapix.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.DSLContext;

/** A run that may write, until it is closed. */
public final class OpenRun<R> implements AutoCloseable {

  private final Store<R> store;
  private final RunLock lock;
  private final long id;

  OpenRun(Store<R> store, RunLock lock, long id) {
    this.store = store;
    this.lock = lock;
    this.id = id;
  }

  public long id() {
    return id;
  }

  /** Goes on with the unfinished sweep of this key, or begins one over this window. */
  public Sweep sweep(SweepKey key, Instant from, Instant until, Instant now) {
    Sweep[] sweep = new Sweep[1];
    transaction(
        transaction -> {
          sweep[0] =
              Sweeps.unfinished(transaction, key)
                  .orElseGet(() -> Sweeps.begin(transaction, key, from, until, now));
          Runs.describe(transaction, id, key, sweep[0]);
        });
    return sweep[0];
  }

  /** Remembers whom a token belongs to. */
  public void remember(String credential, Account account) {
    transaction(
        transaction ->
            Accounts.save(transaction, store.source(), credential, account, store.now()));
  }

  /** Remembers whom a token belongs to before it is known what that user may list. */
  public void rememberCandidate(String credential, Account account) {
    transaction(
        transaction ->
            Accounts.saveCandidate(transaction, store.source(), credential, account, store.now()));
  }

  /**
   * Does something more in a transaction of this run.
   *
   * @param readable keys of records that are written there and so are no rejects any longer
   */
  public void write(Consumer<DSLContext> work, Collection<String> readable) {
    transaction(
        transaction -> {
          work.accept(transaction);
          Rejects.clear(transaction, store.source(), readable);
        });
  }

  /**
   * Writes a batch.
   *
   * @param counts what the run has done once the batch is there, from the keys of the records of
   *     which anything was new
   * @return these keys
   */
  public Set<String> commit(
      Sweep sweep, String scope, Batch<R> batch, Function<Set<String>, Counts> counts) {
    return commit(
        scope,
        batch,
        counts,
        transaction -> {
          for (Checkpoint checkpoint : batch.checkpoints()) {
            Sweeps.save(transaction, sweep.id(), checkpoint, store.now());
          }
        });
  }

  /** Writes a batch that is part of no sweep and so has no checkpoints. */
  public Set<String> commit(String scope, Batch<R> batch, Function<Set<String>, Counts> counts) {
    return commit(scope, batch, counts, transaction -> {});
  }

  private Set<String> commit(
      String scope,
      Batch<R> batch,
      Function<Set<String>, Counts> counts,
      Consumer<DSLContext> checkpoints) {
    Set<String> changed = new LinkedHashSet<>();
    transaction(
        transaction -> {
          Instant now = store.now();
          changed.clear();
          changed.addAll(store.table().write(transaction, scope, now, batch.records()));
          store.table().remove(transaction, batch.gone(), now);
          Rejects.clear(transaction, store.source(), batch.readable());
          Rejects.clear(transaction, store.source(), batch.settled());
          Rejects.save(transaction, store.source(), id, batch.rejects(), now);
          checkpoints.accept(transaction);
          Runs.count(transaction, id, counts.apply(changed));
        });
    return changed;
  }

  /** The whole window has been read. */
  public void finish(Sweep sweep) {
    transaction(transaction -> Sweeps.finish(transaction, sweep.id(), store.now()));
  }

  /**
   * Ends a run that has not come to the end of its sweep.
   *
   * @param limitedUntil until when the API's limit held it back; empty unless that ended it
   */
  public void pause(
      Sweep sweep,
      Standing standing,
      Outcome outcome,
      Optional<Instant> limitedUntil,
      Counts counts) {
    end(
        outcome,
        counts,
        transaction -> {
          Sweeps.pause(transaction, sweep.id(), standing);
          Runs.limit(transaction, id, limitedUntil);
        });
  }

  /**
   * Ends a run that has not even begun a sweep.
   *
   * @param limitedUntil until when the API's limit held it back; empty unless that ended it
   */
  public void cut(Outcome outcome, Optional<Instant> limitedUntil, Counts counts) {
    end(outcome, counts, transaction -> Runs.limit(transaction, id, limitedUntil));
  }

  /** Ends the run. */
  public void end(Outcome outcome, Counts counts) {
    end(outcome, counts, transaction -> {});
  }

  private void end(Outcome outcome, Counts counts, Consumer<DSLContext> more) {
    transaction(
        transaction -> {
          more.accept(transaction);
          Runs.count(transaction, id, counts);
          Runs.end(transaction, id, outcome, null, store.now());
          RunLock.leave(transaction, store.source(), id);
        });
  }

  /** Ends the run, with what its last batch has counted. A second failure joins the first. */
  public void fail(RuntimeException failure) {
    try {
      transaction(
          transaction -> {
            Runs.end(transaction, id, Outcome.FAILED, storable(failure), store.now());
            RunLock.leave(transaction, store.source(), id);
          });
    } catch (RuntimeException another) {
      if (another != failure) {
        failure.addSuppressed(another);
      }
    }
  }

  /** As PostgreSQL can hold it: a run whose end cannot be written would seem to have died. */
  private static String storable(RuntimeException failure) {
    byte[] words = String.valueOf(failure.getMessage()).getBytes(UTF_8);
    return new String(words, UTF_8).replace('\0', '\ufffd');
  }

  private void transaction(Consumer<DSLContext> work) {
    lock.assertHeld(id);
    store.transaction(id, work);
  }

  @Override
  public void close() {
    lock.close();
  }
}
