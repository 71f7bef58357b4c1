package de.qapix.migrate;

import static org.jooq.impl.DSL.name;

import de.qapix.catalog.Catalog;
import de.qapix.catalog.CatalogReader;
import de.qapix.catalog.OwnCatalog;
import de.qapix.catalog.ReadOnlyTransaction;
import de.qapix.catalog.TableLock;
import de.qapix.catalog.TableLocks;
import de.qapix.catalog.TableProblem;
import de.qapix.catalog.WriteObstacle;
import de.qapix.catalog.WriteObstacles;
import de.qapix.migrate.MigrationStatus.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Query;

/** What must be in order before anything is applied. */
final class Preconditions {

  private static final List<String> NAMES = OwnCatalog.SHARED_TABLES;

  private final DSLContext db;
  private final String shared;

  Preconditions(DSLContext db, String shared) {
    this.db = db;
    this.shared = shared;
  }

  /**
   * Throws if a schema of our name is there that holds something, but not our history.
   *
   * @param relations what it holds
   */
  static void checkOurSchema(Set<String> relations) {
    if (!relations.isEmpty() && !relations.contains(HistoryTable.NAME)) {
      throw new MigrationException(new Obstacle.NotOurs(HistoryTable.SCHEMA));
    }
  }

  /** Throws if a newer qapix has migrated the database. */
  void checkNotNewer(List<MigrationStatus> migrations) {
    List<String> newer =
        migrations.stream()
            .filter(migration -> migration.state() == State.NEWER)
            .map(MigrationStatus::version)
            .toList();
    if (!newer.isEmpty()) {
      throw new MigrationException(new Obstacle.Newer(newer));
    }
  }

  /** Throws if what was applied is not what this qapix would have applied. */
  void checkSound(List<MigrationStatus> migrations) {
    List<MigrationStatus> unsound =
        migrations.stream().filter(migration -> !migration.state().sound()).toList();
    if (!unsound.isEmpty()) {
      throw new MigrationException(new Obstacle.Unsound(unsound));
    }
  }

  /** Throws if the two shared tables are there and rows could not be written to them. */
  void checkTables(List<MigrationStatus> migrations) {
    List<TableProblem> problems = tableProblems(migrations);
    if (!problems.isEmpty()) {
      throw new MigrationException(new Obstacle.Incompatible(problems));
    }
  }

  /** Throws if the two shared tables are not in their schema, though they were made once. */
  void checkShared() {
    List<String> missing = new ArrayList<>(NAMES);
    missing.removeAll(read(catalog -> catalog.tablesIn(shared, NAMES)));
    if (missing.isEmpty()) {
      return;
    }
    List<String> others = read(catalog -> catalog.schemasWith(NAMES));
    throw new MigrationException(
        others.isEmpty()
            ? new Obstacle.Gone(shared, missing)
            : new Obstacle.Elsewhere(shared, others));
  }

  /** Tables of others, where there is nothing of ours; empty otherwise. */
  List<String> foreignTables() {
    return read(
        catalog ->
            catalog.hasSchema(HistoryTable.SCHEMA) || !catalog.tablesIn(shared, NAMES).isEmpty()
                ? List.of()
                : catalog.tablesOfUsers());
  }

  /** What the two shared tables lack; they may both be absent while nothing has been applied. */
  List<TableProblem> tableProblems(List<MigrationStatus> migrations) {
    if (!read(catalog -> catalog.hasSchema(shared))) {
      return List.of(new TableProblem(TableProblem.Kind.NO_SCHEMA, shared, "", "", ""));
    }
    boolean fresh = migrations.stream().allMatch(migration -> migration.state() == State.PENDING);
    if (fresh && read(catalog -> catalog.tablesIn(shared, NAMES)).isEmpty()) {
      return List.of();
    }
    Catalog live =
        ReadOnlyTransaction.in(db, transaction -> CatalogReader.tables(transaction, shared));
    return new OwnCatalog(shared).problems(live);
  }

  /** What may keep a sync from writing to the two shared tables. */
  List<WriteObstacle> writeObstacles() {
    return WriteObstacles.read(db, shared);
  }

  /** What comes of writing to the two shared tables, which is taken back. */
  WriteTrial tryWriting() {
    return new TrialWrites(db, shared).run();
  }

  /** The statement that makes our own schema; empty if it exists. */
  Optional<Query> schemaToCreate() {
    return read(catalog -> catalog.hasSchema(HistoryTable.SCHEMA))
        ? Optional.empty()
        : Optional.of(db.createSchema(name(HistoryTable.SCHEMA)));
  }

  void createSchema() {
    schemaToCreate().ifPresent(Query::execute);
  }

  /** The lock that is most likely in the way of a migration. */
  Optional<TableLock> blocker() {
    return TableLocks.find(db, TableLocks.Need.CHANGE, shared, List.of()).stream().findFirst();
  }

  /** The indexes of our tables and the shared ones that no query uses. */
  List<String> invalidIndexes() {
    List<Long> tables = read(catalog -> catalog.relationIds(HistoryTable.SCHEMA, shared, NAMES));
    return new Indexes(db).invalid(tables).stream().map(Indexes.Index::name).toList();
  }

  private <T> T read(Function<ServerTables, T> query) {
    return query.apply(new ServerTables(db));
  }
}
