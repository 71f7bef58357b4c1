package de.qapix.data.store;

import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.Record2;
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
  private final SourceDatabase<R> database;

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
    this.database =
        new SourceDatabase<>(
            DSL.using(dataSource, SQLDialect.POSTGRES, settings(sharedSchema)),
            source,
            table,
            clock);
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
    return database.table().find(database.db(), scope, keys);
  }

  /**
   * What is stored of each of these stretches, in the order of its start times: so many records of
   * each at most, and all that start together with the last of them.
   */
  public List<List<StoredRecord>> find(String scope, List<Stretch> stretches, int most) {
    return database.table().find(database.db(), scope, stretches, most);
  }

  /**
   * Keys that this scope has once listed, that are not deleted with all that belongs to them, and
   * that start in the stretch.
   */
  public Set<String> listed(String scope, Instant from, Instant until) {
    return find(scope, List.of(new Stretch(from, until)), Integer.MAX_VALUE).get(0).stream()
        .filter(StoredRecord::expected)
        .map(StoredRecord::key)
        .collect(toSet());
  }

  /**
   * How many stored records of the stretch nobody keeps up to date any more: this account does not
   * list them, and no other user's sync has of late. Whoever may list all of an organization leaves
   * none, and of an account that is not known nobody can tell.
   */
  public long unattended(Account account, Instant from, Instant until) {
    if (account.organization() || account.equals(Account.UNKNOWN)) {
      return 0;
    }
    Set<String> scopes =
        Sweeps.scopesOfOthers(
            database.db(), source(), account.user(), database.now().minus(LONGEST_PAUSE));
    scopes.add(account.scope());
    return database.table().unattended(database.db(), scopes, from, until);
  }

  /** Why the record that was rejected last was; empty where none is on the list. */
  public Optional<String> lastReason() {
    return new KnownRejects(database.db(), source())
        .latest(1).stream().map(known -> known.reject().reason()).findFirst();
  }

  /** The sweep that a run with this key would go on with. */
  public Optional<Sweep> unfinished(SweepKey key) {
    return Sweeps.unfinished(database.db(), database.table(), key);
  }

  /** The last finished sweep of this scope with each set of options, without checkpoints. */
  public List<Sweep> lastFinished(String scope) {
    return Sweeps.lastFinished(database.db(), source(), scope);
  }

  /**
   * Begins a run that may write.
   *
   * @throws LockedException when another run may and patience is at its end
   */
  public OpenRun<R> begin(RunHost machine, LockWait patience) throws InterruptedException {
    RunLock lock = RunLock.take(dataSource, source(), database.clock(), patience);
    try {
      return database
          .db()
          .transactionResult(configuration -> begin(configuration.dsl(), machine, lock));
    } catch (RuntimeException failure) {
      lock.close();
      throw failure;
    }
  }

  private OpenRun<R> begin(DSLContext transaction, RunHost machine, RunLock lock) {
    Record2<Long, String[]> begun =
        Runs.begin(transaction, source(), machine, lock.backend(), database.now());
    return new OpenRun<>(database, lock, begun.value1(), Set.of(begun.value2()));
  }

  /** Whom a token belonged to when a run last asked. */
  public Optional<Account> account(String credential) {
    return Accounts.find(database.db(), source(), credential);
  }

  /** Whom a token belongs to, if no run has yet found out what that user may list. */
  public Optional<Account> candidate(String credential) {
    return Accounts.candidate(database.db(), source(), credential);
  }

  /** Name of what is synced. */
  public String source() {
    return database.source();
  }
}
