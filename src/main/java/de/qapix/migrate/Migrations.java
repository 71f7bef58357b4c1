package de.qapix.migrate;

import de.qapix.migrate.MigrationStatus.State;
import java.util.ArrayList;
import java.util.List;
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
    DSLContext db = DSL.using(connections, SQLDialect.POSTGRES);
    this.history = new MigrationHistory(source, db, shared, settings.sql(), locations);
    this.preconditions = new Preconditions(db, shared);
    this.sql = new MigrationSql(shared, locations);
    this.lock = new MigrateLock(db, patience.turn());
    this.retries = new Retries(patience, preconditions::blocker);
    this.run = new MigrationRun(connections, settings, sql, history, retries);
    this.resumption = new Resumption(db, sql, history);
    this.makesSharedTables = locations.containsAll(LOCATIONS);
  }

  /**
   * Applies what is pending after all that must be in order has been checked: each migration in a
   * transaction of its own, or step by step where that cannot be. Goes on where an earlier try has
   * ended. Empty if there was nothing to do.
   */
  public List<AppliedMigration> migrate(MigrationWatch watch) {
    return lock.hold(
        watch,
        () -> {
          int before = retries.run(watch, history.entries()::newestRank);
          retries.run(watch, () -> applyPending(watch));
          retries.run(watch, this::keepTexts);
          return retries.run(watch, () -> history.entries().appliedAfter(before));
        });
  }

  /** Where each migration stands. */
  public List<MigrationStatus> status() {
    return retries.run(MigrationWatch.none(), history::list);
  }

  /** Compares the history with the migrations, and the two shared tables with what we need. */
  public Validation validate() {
    return retries.run(
        MigrationWatch.none(),
        () -> {
          List<MigrationStatus> migrations = list();
          return new Validation(
              migrations.stream()
                  .filter(
                      migration -> migration.state() == State.PENDING || !migration.state().sound())
                  .toList(),
              preconditions.tableProblems(migrations),
              preconditions.invalidIndexes());
        });
  }

  /** The indexes of our tables and the shared ones that were not built to their end. */
  public List<String> invalidIndexes() {
    return retries.run(MigrationWatch.none(), preconditions::invalidIndexes);
  }

  /**
   * Makes the history fit the migrations: takes out failed entries, accepts changed texts and
   * missing migrations. What is half done stays so, for {@link #migrate} to go on. Refused where a
   * newer qapix has been at work, as its migrations would count as missing.
   */
  public List<RepairedMigration> repair(MigrationWatch watch) {
    return lock.hold(
        watch,
        () ->
            retries.run(
                watch,
                () -> {
                  List<MigrationStatus> migrations = list();
                  preconditions.checkNotNewer(migrations);
                  List<RepairedMigration> repaired = repairAll(watch);
                  watch.leaving(begun(migrations));
                  return repaired;
                }));
  }

  /** What {@link #migrate} would run; makes the same checks and executes nothing. */
  public MigrationPlan plan() {
    return retries.run(
        MigrationWatch.none(),
        () -> {
          check(list());
          return new MigrationPlan(
              preconditions.schemaToCreate().map(Query::getSQL),
              history.pending().stream().map(sql::step).toList());
        });
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
    preconditions.checkShared();
  }

  /**
   * The names of tables that others have made, where there is nothing of ours in the database;
   * empty where there is, or where there are none.
   */
  public List<String> foreignTables() {
    return retries.run(MigrationWatch.none(), preconditions::foreignTables);
  }

  private boolean keepTexts() {
    history.keepTexts();
    return true;
  }

  /** What was edited is told before it is accepted. */
  private List<RepairedMigration> repairAll(MigrationWatch watch) {
    List<EditedMigration> edits = history.edits();
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

  private boolean applyPending(MigrationWatch watch) {
    boolean pending = check(resumption.admitFailed(list()));
    if (pending) {
      // Flyway would try for ten seconds to make a schema that it may not make.
      preconditions.createSchema();
      history.create();
      history.pending().forEach(migration -> run.run(migration, watch));
    }
    return pending;
  }

  private List<MigrationStatus> list() {
    preconditions.checkOurSchema();
    return history.list();
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
