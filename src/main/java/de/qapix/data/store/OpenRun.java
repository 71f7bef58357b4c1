package de.qapix.data.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.qapix.sql.ServerRefusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.CommonTableExpression;
import org.jooq.DSLContext;
import org.jooq.WithStep;

/** A run that may write, until it is closed. */
public final class OpenRun<R> implements AutoCloseable {

  private final SourceDatabase<R> database;
  private final RunLock lock;
  private final long id;

  /** Keys of all that may be a reject: only this run can make one. */
  private final Set<String> rejected;

  /**
   * @param rejected keys of all that was a reject when the run began
   */
  OpenRun(SourceDatabase<R> database, RunLock lock, long id, Set<String> rejected) {
    this.database = database;
    this.lock = lock;
    this.id = id;
    this.rejected = ConcurrentHashMap.newKeySet();
    this.rejected.addAll(rejected);
  }

  public long id() {
    return id;
  }

  /** Whether something was a reject when the run began, or the run has met it as one. */
  public boolean hasRejected(String key) {
    return rejected.contains(key);
  }

  /** Goes on with the unfinished sweep of this key, or begins one over this window. */
  public Sweep sweep(SweepKey key, Instant from, Instant until, Instant now) {
    return result(
        transaction -> {
          Optional<Sweep> unfinished = Sweeps.unfinished(transaction, database.table(), key);
          Sweep sweep = unfinished.orElseGet(() -> Sweep.begun(0, from, until, now));
          WithStep described = transaction.with(Runs.described(id, key, sweep));
          if (unfinished.isPresent()) {
            described.selectOne().execute();
            return sweep;
          }
          return Sweep.begun(Sweeps.begin(described, key, sweep), from, until, now);
        });
  }

  /** Remembers whom a token belongs to. */
  public void remember(String credential, Account account) {
    transaction(
        transaction ->
            Accounts.save(transaction, database.source(), credential, account, database.now()));
  }

  /** Remembers whom a token belongs to before it is known what that user may list. */
  public void rememberCandidate(String credential, Account account) {
    transaction(
        transaction ->
            Accounts.saveCandidate(
                transaction, database.source(), credential, account, database.now()));
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
          clear(transaction, Set.copyOf(readable));
        });
  }

  /**
   * Writes a batch.
   *
   * @param sweep of which it is a part; empty where it is part of none and has no checkpoints
   * @param counts what the run has done once the batch is there, from what was new about it
   * @return what was new about it
   */
  public BatchResult commit(
      Optional<Sweep> sweep, String scope, Batch<R> batch, Function<BatchResult, Counts> counts) {
    ReadContext context = new ReadContext(scope, sweep.map(Sweep::id), database.now());
    batch.rejects().forEach(reject -> rejected.add(reject.key()));
    return result(
        transaction -> {
          BatchResult result =
              database.table().write(transaction, context, batch.records(), batch.gone());
          clear(transaction, batch.cleared());
          Rejects.save(transaction, database.source(), id, batch.rejects(), context.at());
          context
              .sweep()
              .ifPresent(number -> Sweeps.save(transaction, number, batch, context.at()));
          Runs.count(transaction, id, counts.apply(result), context.sweep());
          return result;
        });
  }

  /** These are rejects no longer. */
  private void clear(DSLContext transaction, Set<String> keys) {
    Set<String> cleared = new HashSet<>(keys);
    cleared.retainAll(rejected);
    if (!cleared.isEmpty()) {
      Rejects.clear(transaction, database.source(), cleared);
      Sweeps.mend(transaction, database.source(), cleared);
    }
  }

  /** Ends a run that has come to the end of its sweep. */
  public void finish(Sweep sweep, Counts counts) {
    end(RunOutcome.FINISHED, Optional.empty(), counts, Sweeps.finished(sweep.id(), database.now()));
  }

  /**
   * Ends a run that has not come to the end of its sweep.
   *
   * @param begun records as they were listed whose requests were under way when time was up
   * @param limitedUntil until when the API's limit held it back; empty unless that ended it
   */
  public void pause(
      Sweep sweep,
      List<String> begun,
      RunOutcome outcome,
      Optional<Instant> limitedUntil,
      Counts counts) {
    end(outcome, limitedUntil, counts, List.of(Sweeps.paused(sweep.id(), counts, begun)));
  }

  /**
   * Ends a run that is at no sweep.
   *
   * @param limitedUntil until when the API's limit held it back; empty unless that ended it
   */
  public void end(RunOutcome outcome, Optional<Instant> limitedUntil, Counts counts) {
    end(outcome, limitedUntil, counts, List.of());
  }

  private void end(
      RunOutcome outcome,
      Optional<Instant> limitedUntil,
      Counts counts,
      List<CommonTableExpression<?>> ofTheSweep) {
    List<CommonTableExpression<?>> more = new ArrayList<>(ofTheSweep);
    more.add(RunLock.left(database.source(), id));
    last(
        transaction ->
            Runs.end(transaction.with(more), id, outcome, limitedUntil, counts, database.now()));
  }

  /**
   * Ends the run, with what its last batch has counted. A second failure joins the first.
   *
   * @param requests that were made in all, and how long they were made to wait
   */
  public void fail(RuntimeException failure, long requests, Duration waited) {
    try {
      String error = storable(failure);
      last(
          transaction ->
              Runs.fail(
                  transaction.with(RunLock.left(database.source(), id)),
                  id,
                  error,
                  requests,
                  waited,
                  database.now()));
    } catch (RuntimeException another) {
      if (another != failure) {
        failure.addSuppressed(another);
      }
    }
  }

  /**
   * Without the statement and its values, as PostgreSQL can hold it: a run whose end cannot be
   * written would seem to have died.
   */
  private static String storable(RuntimeException failure) {
    String said =
        ServerRefusal.in(failure)
            .map(ServerRefusal::message)
            .orElseGet(() -> String.valueOf(failure.getMessage()));
    byte[] words = String.valueOf(said).getBytes(UTF_8);
    return new String(words, UTF_8).replace('\0', '\ufffd');
  }

  private void transaction(Consumer<DSLContext> work) {
    last(work);
    lock.keep(id);
  }

  private <T> T result(Function<DSLContext, T> work) {
    T done = database.transaction(lock, id, work);
    lock.keep(id);
    return done;
  }

  /** The lock is needed no longer after it. */
  private void last(Consumer<DSLContext> work) {
    database.transaction(
        lock,
        id,
        transaction -> {
          work.accept(transaction);
          return id;
        });
  }

  @Override
  public void close() {
    lock.close();
  }
}
