package de.qapix.data.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.MappedSchema;
import org.jooq.conf.RenderMapping;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/**
 * The database of one source: what can be read without a lock, and the way to a run that writes.
 */
public final class Store<R> {

  /** After which a sync that has not run is taken for one that will not run again. */
  private static final Duration LONGEST_PAUSE = Duration.ofDays(7);

  private final DataSource dataSource;
  private final DSLContext db;
  private final String source;
  private final RecordTable<R> table;
  private final InstantSource clock;

  /**
   * @param sharedSchema the schema of the two tables that other applications read
   * @param source name of what is synced, e.g. {@code calendly}
   */
  public Store(
      DataSource dataSource,
      String sharedSchema,
      String source,
      RecordTable<R> table,
      InstantSource clock) {
    this.dataSource = dataSource;
    this.db = DSL.using(dataSource, SQLDialect.POSTGRES, settings(sharedSchema));
    this.source = source;
    this.table = table;
    this.clock = clock;
  }

  /** What makes the generated classes find the shared tables in their schema. */
  public static Settings settings(String sharedSchema) {
    return new Settings()
        .withRenderMapping(
            new RenderMapping()
                .withSchemata(new MappedSchema().withInput("public").withOutput(sharedSchema)));
  }

  /** What is stored of these keys; a key that is not stored is not in the answer. */
  public Map<String, StoredRecord> find(String scope, Collection<String> keys) {
    return table.find(db, scope, keys);
  }

  /**
   * Keys that this scope has once listed, that are not deleted with all that belongs to them, and
   * that start in the stretch.
   */
  public Set<String> listed(String scope, Instant from, Instant until) {
    return table.listed(db, scope, from, until);
  }

  /**
   * How many stored records of the stretch nobody keeps up to date any more: this account does not
   * list them, and no other user's sync has of late.
   */
  public long unattended(Account account, Instant from, Instant until) {
    Set<String> scopes =
        Sweeps.scopesOfOthers(db, source, account.user(), now().minus(LONGEST_PAUSE));
    scopes.add(account.scope());
    return table.unattended(db, scopes, from, until);
  }

  /** Keys of the records that runs so far have rejected. */
  public Set<String> rejected() {
    return Rejects.keys(db, source);
  }

  /** Why the record that was rejected last was; empty where none is on the list. */
  public Optional<String> lastReason() {
    return Rejects.lastReason(db, source);
  }

  /** The sweep that a run with this key would go on with. */
  public Optional<Sweep> unfinished(SweepKey key) {
    return Sweeps.unfinished(db, key);
  }

  /**
   * Begins a run that may write.
   *
   * @throws LockedException when another run may and patience is at its end
   */
  public OpenRun<R> begin(RunHost machine, LockWait patience) throws InterruptedException {
    RunLock lock = RunLock.take(dataSource, source, patience);
    try {
      Instant now = clock.instant();
      long id =
          db.transactionResult(
              configuration -> {
                DSLContext transaction = configuration.dsl();
                long run = Runs.begin(transaction, source, machine, now);
                RunLock.enter(
                    transaction,
                    source,
                    new LockHolder(run, machine.host(), machine.pid(), now),
                    lock.backend());
                return run;
              });
      return new OpenRun<>(this, lock, id);
    } catch (RuntimeException failure) {
      lock.close();
      throw failure;
    }
  }

  /** Whom a token belonged to when a run last asked. */
  public Optional<Account> account(String credential) {
    return Accounts.find(db, source, credential);
  }

  /** Whom a token belongs to, if no run has yet found out what that user may list. */
  public Optional<Account> candidate(String credential) {
    return Accounts.candidate(db, source, credential);
  }

  /**
   * The one place in which a run's transactions are opened. One that got into the way of others is
   * tried again, so the work must bear being done twice.
   */
  void transaction(long runId, Consumer<DSLContext> work) {
    TransactionRetry.retrying(
        () ->
            db.transaction(
                configuration -> {
                  DSLContext transaction = configuration.dsl();
                  RunLock.assertEntered(transaction, source, runId);
                  work.accept(transaction);
                }));
  }

  /** Name of what is synced. */
  public String source() {
    return source;
  }

  RecordTable<R> table() {
    return table;
  }

  Instant now() {
    return clock.instant();
  }
}
