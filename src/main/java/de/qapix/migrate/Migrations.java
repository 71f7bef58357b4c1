package de.qapix.migrate;

import de.qapix.catalog.WriteObstacle;
import de.qapix.db.ShippedMigration;
import de.qapix.migrate.MigrationStatus.State;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * Brings a database to the state that this qapix needs, and tells how far it is.
 *
 * <p>Every method throws {@link MigrationException} for what a person can act on, and jOOQ's {@code
 * DataAccessException} when the database cannot be reached or used.
 */
public final class Migrations {

  private static final List<String> LOCATIONS = List.of("classpath:db/migration");

  /** Such a name would end the quotes in which the migrations put it. */
  private static final Pattern UNQUOTABLE = Pattern.compile("[\"'$\\\\\0]|^$");

  private final ConfiguredConnections.Shared shared;
  private final MigrationHistory history;
  private final Preconditions preconditions;
  private final MigrationSql sql;
  private final MigrateLock lock;
  private final Retries retries;
  private final MigrationRun run;
  private final Resumption resumption;
  private final boolean makesSharedTables;

  /**
   * For the database behind a source that opens a new connection each time: they get settings that
   * other work must not inherit, and several are open at once.
   *
   * @param shared the schema of the two tables that another application shares with us; without
   *     quotes, dollar signs and backslashes
   */
  public Migrations(DataSource source, String shared) {
    this(source, shared, LockTimeouts.usual(), LOCATIONS);
  }

  Migrations(DataSource source, String shared, LockTimeouts patience, List<String> locations) {
    if (UNQUOTABLE.matcher(shared).find()) {
      throw new IllegalArgumentException("not the name of a schema: " + shared);
    }
    SessionSettings settings = new SessionSettings(patience);
    ConfiguredConnections connections = new ConfiguredConnections(source, settings);
    this.shared = connections.shared();
    DSLContext db = DSL.using(this.shared, SQLDialect.POSTGRES);
    this.preconditions = new Preconditions(db, shared);
    this.sql = new MigrationSql(shared, locations);
    this.makesSharedTables = locations.containsAll(LOCATIONS);
    this.history =
        new MigrationHistory(
            db,
            sql,
            new FlywayView(source, shared, settings.sql(), locations),
            locations.equals(LOCATIONS) ? ShippedMigration.ALL : List.of());
    this.lock = new MigrateLock(DSL.using(connections, SQLDialect.POSTGRES), patience.turn());
    this.retries = new Retries(patience, preconditions::blocker);
    this.run = new MigrationRun(connections, settings, sql, history, retries);
    this.resumption = new Resumption(db, sql, history);
  }

  /**
   * Applies what is pending after all that must be in order has been checked: each migration in a
   * transaction of its own, or step by step where that cannot be. Goes on where an earlier try has
   * ended. Empty if there was nothing to do.
   */
  public List<AppliedMigration> migrate(MigrationWatch watch) {
    return connected(() -> lock.hold(watch, () -> applyAll(watch)));
  }

  private List<AppliedMigration> applyAll(MigrationWatch watch) {
    List<StoredHistory> seen = new ArrayList<>();
    boolean pending = retries.run(watch, () -> applyPending(watch, seen));
    StoredHistory before = seen.get(0);
    if (!pending) {
      retries.run(watch, () -> keepTexts(before));
      return List.of();
    }
    retries.run(watch, () -> keepTexts(history.read()));
    return retries.run(watch, () -> history.entries().appliedAfter(before.newestRank()));
  }

  /** Where each migration stands. */
  public List<MigrationStatus> status() {
    return run(() -> history.list(history.read()));
  }

  /** Compares the history with the migrations, and the two shared tables with what we need. */
  public Validation validate() {
    return run(
        () -> {
          List<MigrationStatus> migrations = list(history.read());
          return new Validation(
              migrations.stream()
                  .filter(
                      migration -> migration.state() == State.PENDING || !migration.state().sound())
                  .toList(),
              preconditions.tableProblems(migrations),
              preconditions.invalidIndexes());
        });
  }

  /**
   * Makes the history fit the migrations: takes out failed entries, accepts changed texts and
   * missing migrations. What is half done stays so, for {@link #migrate} to go on. Refused where a
   * newer qapix has been at work, as its migrations would count as missing.
   */
  public List<RepairedMigration> repair(MigrationWatch watch) {
    return connected(() -> lock.hold(watch, () -> retries.run(watch, () -> repairSound(watch))));
  }

  private List<RepairedMigration> repairSound(MigrationWatch watch) {
    List<MigrationStatus> migrations = list(history.read());
    preconditions.checkNotNewer(migrations);
    List<RepairedMigration> repaired = repairAll(watch);
    watch.leaving(begun(migrations));
    return repaired;
  }

  /** What {@link #migrate} would run; makes the same checks and executes nothing. */
  public MigrationPlan plan() {
    return run(
        () -> {
          StoredHistory stored = history.read();
          check(list(stored));
          return new MigrationPlan(
              preconditions.schemaToCreate().map(Query::getSQL),
              history.pending(stored).stream().map(sql::step).toList());
        });
  }

  /** What may keep a sync from writing to the two shared tables, as far as the catalog tells. */
  public List<WriteObstacle> writeObstacles() {
    return run(preconditions::writeObstacles);
  }

  /**
   * Writes to the two shared tables what a sync would, in a transaction that is rolled back;
   * nothing where triggers, rules or foreign tables would do what a rollback may not undo.
   */
  public WriteTrial tryWriting() {
    return run(preconditions::tryWriting);
  }

  /** How many migrations are pending; throws if a newer qapix has migrated the database. */
  public int pending() {
    List<MigrationStatus> migrations = status();
    preconditions.checkNotNewer(migrations);
    return (int)
        migrations.stream().filter(migration -> migration.state() == State.PENDING).count();
  }

  /** Throws if the two shared tables are not where they have to be, though all is applied. */
  public void checkShared() {
    connected(
        () -> {
          preconditions.checkShared();
          return true;
        });
  }

  /**
   * The names of tables that others have made, where there is nothing of ours in the database;
   * empty where there is, or where there are none.
   */
  public List<String> foreignTables() {
    return run(preconditions::foreignTables);
  }

  private <T> T run(Supplier<T> work) {
    return connected(() -> retries.once(work));
  }

  private <T> T connected(Supplier<T> work) {
    try (shared) {
      return work.get();
    }
  }

  private boolean keepTexts(StoredHistory stored) {
    history.keepTexts(stored);
    return true;
  }

  /** What was edited is told before it is accepted. */
  private List<RepairedMigration> repairAll(MigrationWatch watch) {
    List<EditedMigration> edits = history.edits(history.read());
    watch.accepting(edits);
    List<RepairedMigration> repaired = new ArrayList<>(history.repair());
    history.accept(edits);
    edits.stream()
        .filter(edit -> repaired.stream().noneMatch(one -> one.version().equals(edit.version())))
        .map(
            edit ->
                new RepairedMigration(
                    edit.version(), edit.description(), RepairedMigration.Action.ALIGNED))
        .forEach(repaired::add);
    return repaired;
  }

  private static List<MigrationStatus> begun(List<MigrationStatus> migrations) {
    return migrations.stream().filter(migration -> migration.begun().isPresent()).toList();
  }

  /**
   * Whether anything was pending.
   *
   * @param seen gets what was known when this try began
   */
  private boolean applyPending(MigrationWatch watch, List<StoredHistory> seen) {
    StoredHistory stored = history.read();
    seen.add(stored);
    boolean pending = check(resumption.admitFailed(list(stored)));
    if (pending) {
      preconditions.createSchema();
      if (!stored.relations().contains(HistoryTable.NAME)) {
        history.entries().create();
      }
      run.run(history.pending(history.read()), watch);
    }
    return pending;
  }

  private List<MigrationStatus> list(StoredHistory stored) {
    Preconditions.checkOurSchema(stored.relations());
    return history.list(stored);
  }

  /** Whether anything is pending; throws if that cannot be applied. */
  private boolean check(List<MigrationStatus> migrations) {
    preconditions.checkNotNewer(migrations);
    preconditions.checkSound(migrations);
    boolean pending = migrations.stream().anyMatch(migration -> migration.state() == State.PENDING);
    if (pending) {
      preconditions.checkTables(migrations);
    } else if (makesSharedTables) {
      preconditions.checkShared();
    }
    return pending;
  }
}
