package de.qapix.migrate;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.currentUser;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import de.qapix.migrate.MigrationStatus.State;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.Location;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.output.RepairOutput;
import org.flywaydb.core.api.output.RepairResult;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The migrations and the table in which Flyway writes down which of them were applied. */
final class MigrationHistory {

  /** Where everything of ours lives. */
  static final String SCHEMA = "qapix";

  static final String TABLE = "flyway_schema_history";

  private static final Table<Record> HISTORY = table(name(SCHEMA, TABLE));
  private static final Field<Integer> RANK = field(name("installed_rank"), SQLDataType.INTEGER);
  private static final Field<LocalDateTime> APPLIED_AT =
      field(name("installed_on"), SQLDataType.LOCALDATETIME);

  private static final Field<String> VERSION = field(name("version"), SQLDataType.VARCHAR);
  private static final Field<String> DESCRIPTION = field(name("description"), SQLDataType.VARCHAR);
  private static final Field<String> TYPE = field(name("type"), SQLDataType.VARCHAR);
  private static final Field<String> SCRIPT = field(name("script"), SQLDataType.VARCHAR);
  private static final Field<Integer> CHECKSUM = field(name("checksum"), SQLDataType.INTEGER);
  private static final Field<String> INSTALLED_BY =
      field(name("installed_by"), SQLDataType.VARCHAR);
  private static final Field<Integer> EXECUTION_TIME =
      field(name("execution_time"), SQLDataType.INTEGER);
  private static final Field<Boolean> SUCCESS = field(name("success"), SQLDataType.BOOLEAN);

  private final Flyway flyway;
  private final DSLContext db;
  private final MigrationSql sql;
  private final AppliedTexts texts;

  MigrationHistory(
      DataSource source, DSLContext db, String shared, String initSql, List<String> locations) {
    this.db = db;
    this.sql = new MigrationSql(shared, locations);
    this.texts = new AppliedTexts(db);
    this.flyway =
        Flyway.configure(MigrationHistory.class.getClassLoader())
            .loggers(SilentLog.class.getName())
            .dataSource(source)
            .initSql(initSql)
            .connectRetries(0)
            .locations(locations.toArray(String[]::new))
            .schemas(SCHEMA)
            .createSchemas(false)
            .table(TABLE)
            .placeholders(Map.of("shared", shared))
            .cleanDisabled(true)
            .load();
  }

  /** All migrations that this qapix or this database knows; those that were applied come first. */
  List<MigrationStatus> list() {
    List<MigrationInfo> all = entries().toList();
    Map<String, String> applied = texts.all();
    Map<Integer, Instant> times =
        all.stream().anyMatch(MigrationInfo::isApplied) ? times() : Map.of();
    Map<String, Integer> done =
        all.stream().anyMatch(info -> state(info) == State.PENDING) ? Progress.done(db) : Map.of();
    return all.stream()
        .map(
            info ->
                new MigrationStatus(
                    version(info),
                    info.getDescription(),
                    edited(info, applied) ? State.CHANGED : state(info),
                    Optional.ofNullable(info.getInstalledRank()).map(times::get),
                    begun(info, done)))
        .toList();
  }

  /** The pending ones, in the order in which they would be applied. */
  List<MigrationInfo> pending() {
    return List.of(flyway.info().pending());
  }

  /** The rank of the newest entry that did not fail; 0 if there is none. */
  int newestRank() {
    return exists()
        ? db.select(coalesce(max(RANK), inline(0)))
            .from(HISTORY)
            .where(SUCCESS)
            .fetchSingle()
            .value1()
        : 0;
  }

  /** What was applied after the entry of that rank. */
  List<AppliedMigration> appliedAfter(int rank) {
    return exists()
        ? db.select(VERSION, DESCRIPTION, EXECUTION_TIME)
            .from(HISTORY)
            .where(SUCCESS)
            .and(RANK.gt(rank))
            .orderBy(RANK)
            .fetch(
                row ->
                    new AppliedMigration(
                        Optional.ofNullable(row.get(VERSION)).orElse(""),
                        row.get(DESCRIPTION),
                        Duration.ofMillis(row.get(EXECUTION_TIME))))
        : List.of();
  }

  /** Those that ended half-way, in a way that Flyway has written down. */
  List<MigrationInfo> failed() {
    return entries().filter(info -> info.getState() == MigrationState.FAILED).toList();
  }

  /** Makes the table, as Flyway makes it; there must be a schema. */
  void create() {
    if (!exists()) {
      Flyway.configure(MigrationHistory.class.getClassLoader())
          .configuration(flyway.getConfiguration())
          .locations(new Location[0])
          .load()
          .migrate();
    }
  }

  /** Writes that a migration was applied, as Flyway would. */
  void add(DSLContext transaction, MigrationInfo info, Duration took) {
    transaction
        .insertInto(HISTORY)
        .set(RANK, select(coalesce(max(RANK), inline(0)).plus(inline(1))).from(HISTORY))
        .set(VERSION, info.isVersioned() ? version(info) : null)
        .set(DESCRIPTION, info.getDescription())
        .set(TYPE, info.getType().name())
        .set(SCRIPT, info.getScript())
        .set(CHECKSUM, info.getChecksum())
        .set(INSTALLED_BY, currentUser())
        .set(EXECUTION_TIME, (int) took.toMillis())
        .set(SUCCESS, true)
        .execute();
  }

  /** Makes a failed migration a pending one. */
  void remove(DSLContext transaction, MigrationInfo failed) {
    transaction.deleteFrom(HISTORY).where(RANK.eq(failed.getInstalledRank())).execute();
  }

  private Optional<Begun> begun(MigrationInfo info, Map<String, Integer> done) {
    return state(info) == State.PENDING && done.containsKey(info.getScript())
        ? Optional.of(Begun.of(sql.script(info), done.get(info.getScript())))
        : Optional.empty();
  }

  /** Flyway's own number misses edits of line breaks, even one that comments a statement out. */
  private boolean edited(MigrationInfo info, Map<String, String> applied) {
    String before = applied.get(version(info));
    return before != null
        && state(info) == State.APPLIED
        && AppliedTexts.differ(before, sql.text(info.getScript()));
  }

  /** Writes down the texts of what was applied as it is, where that has not been done. */
  void keepTexts() {
    Map<String, String> known = texts.all();
    Map<String, String> fresh = new TreeMap<>();
    entries()
        .filter(info -> info.isVersioned() && state(info) == State.APPLIED)
        .filter(info -> !known.containsKey(version(info)))
        .forEach(info -> fresh.put(version(info), sql.text(info.getScript())));
    if (!fresh.isEmpty() && texts.canKeep()) {
      texts.keep(fresh);
    }
  }

  /** What was edited in each migration since it was applied, where its text was written down. */
  List<EditedMigration> edits() {
    Map<String, String> applied = texts.all();
    return entries()
        .filter(info -> applied.containsKey(version(info)) && !isGone(info))
        .map(
            info ->
                new EditedMigration(
                    version(info),
                    info.getDescription(),
                    TextDifference.lines(applied.get(version(info)), sql.text(info.getScript()))))
        .filter(edited -> !edited.lines().isEmpty())
        .toList();
  }

  private static boolean isGone(MigrationInfo info) {
    return switch (state(info)) {
      case MISSING, NEWER, DELETED -> true;
      default -> false;
    };
  }

  /** From now on these texts are what was applied. */
  void accept(List<EditedMigration> edits) {
    Map<String, String> accepted = new TreeMap<>();
    entries()
        .filter(info -> edits.stream().anyMatch(edit -> edit.version().equals(version(info))))
        .forEach(info -> accepted.put(version(info), sql.text(info.getScript())));
    texts.keep(accepted);
  }

  List<RepairedMigration> repair() {
    RepairResult result = flyway.repair();
    return Stream.of(
            repaired(result.migrationsRemoved, RepairedMigration.Action.REMOVED),
            repaired(result.migrationsAligned, RepairedMigration.Action.ALIGNED),
            repaired(result.migrationsDeleted, RepairedMigration.Action.DELETED))
        .flatMap(List::stream)
        .toList();
  }

  static String version(MigrationInfo info) {
    return info.isVersioned() ? info.getVersion().getVersion() : "";
  }

  private boolean exists() {
    return new Catalog(db).relations(SCHEMA).contains(TABLE);
  }

  private Stream<MigrationInfo> entries() {
    return Stream.of(flyway.info().all());
  }

  /** Flyway would take these times, which are UTC, for times of this machine's zone. */
  private Map<Integer, Instant> times() {
    return db.select(RANK, APPLIED_AT)
        .from(HISTORY)
        .fetchMap(RANK, row -> row.get(APPLIED_AT).toInstant(ZoneOffset.UTC));
  }

  private static List<RepairedMigration> repaired(
      List<RepairOutput> entries, RepairedMigration.Action action) {
    return entries.stream()
        .map(
            entry ->
                new RepairedMigration(
                    Optional.ofNullable(entry.version).orElse(""), entry.description, action))
        .toList();
  }

  private static State state(MigrationInfo info) {
    return switch (info.getState()) {
      case PENDING, OUTDATED, UNDONE, AVAILABLE -> State.PENDING;
      case IGNORED, ABOVE_TARGET -> State.SKIPPED;
      case FAILED, MISSING_FAILED -> State.FAILED;
      case MISSING_SUCCESS -> State.MISSING;
      case FUTURE_SUCCESS, FUTURE_FAILED -> State.NEWER;
      case DELETED -> State.DELETED;
      default -> unchanged(info) ? State.APPLIED : State.CHANGED;
    };
  }

  private static boolean unchanged(MigrationInfo info) {
    return info.isChecksumMatching() && info.isDescriptionMatching() && info.isTypeMatching();
  }
}
