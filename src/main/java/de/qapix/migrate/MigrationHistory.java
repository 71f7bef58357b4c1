package de.qapix.migrate;

import de.qapix.migrate.MigrationStatus.State;
import java.time.Instant;
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

/** The migrations and the table in which Flyway writes down which of them were applied. */
final class MigrationHistory {

  private final Flyway flyway;
  private final DSLContext db;
  private final HistoryTable entries;
  private final MigrationSql sql;
  private final AppliedTexts texts;

  MigrationHistory(
      DataSource source, DSLContext db, String shared, String initSql, List<String> locations) {
    this.db = db;
    this.entries = new HistoryTable(db);
    this.sql = new MigrationSql(shared, locations);
    this.texts = new AppliedTexts(db);
    this.flyway =
        Flyway.configure(MigrationHistory.class.getClassLoader())
            .loggers(SilentLog.class.getName())
            .dataSource(source)
            .initSql(initSql)
            .connectRetries(0)
            .locations(locations.toArray(String[]::new))
            .schemas(HistoryTable.SCHEMA)
            .createSchemas(false)
            .table(HistoryTable.NAME)
            .placeholders(Map.of("shared", shared))
            .cleanDisabled(true)
            .load();
  }

  /** All migrations that this qapix or this database knows; those that were applied come first. */
  List<MigrationStatus> list() {
    List<MigrationInfo> all = migrations().toList();
    Map<String, String> applied = texts.all();
    Map<Integer, Instant> times =
        all.stream().anyMatch(MigrationInfo::isApplied) ? entries.times() : Map.of();
    Map<String, Integer> done =
        all.stream().anyMatch(info -> state(info) == State.PENDING)
            ? StepwiseProgress.done(db)
            : Map.of();
    return all.stream()
        .map(
            info ->
                new MigrationStatus(
                    HistoryTable.version(info),
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

  /** The entries themselves. */
  HistoryTable entries() {
    return entries;
  }

  /** Those that ended half-way, in a way that Flyway has written down. */
  List<MigrationInfo> failed() {
    return migrations().filter(info -> info.getState() == MigrationState.FAILED).toList();
  }

  /** Makes the table, as Flyway makes it; there must be a schema. */
  void create() {
    if (!entries.exists()) {
      Flyway.configure(MigrationHistory.class.getClassLoader())
          .configuration(flyway.getConfiguration())
          .locations(new Location[0])
          .load()
          .migrate();
    }
  }

  private Optional<UnfinishedMigration> begun(MigrationInfo info, Map<String, Integer> done) {
    return state(info) == State.PENDING && done.containsKey(info.getScript())
        ? Optional.of(UnfinishedMigration.of(sql.script(info), done.get(info.getScript())))
        : Optional.empty();
  }

  /** Flyway's own number misses edits of line breaks, even one that comments a statement out. */
  private boolean edited(MigrationInfo info, Map<String, String> applied) {
    String before = applied.get(HistoryTable.version(info));
    return before != null
        && state(info) == State.APPLIED
        && AppliedTexts.differ(before, sql.text(info.getScript()));
  }

  /** Writes down the texts of what was applied as it is, where that has not been done. */
  void keepTexts() {
    Map<String, String> known = texts.all();
    Map<String, String> fresh = new TreeMap<>();
    migrations()
        .filter(info -> info.isVersioned() && state(info) == State.APPLIED)
        .filter(info -> !known.containsKey(HistoryTable.version(info)))
        .forEach(info -> fresh.put(HistoryTable.version(info), sql.text(info.getScript())));
    if (!fresh.isEmpty() && texts.canKeep()) {
      texts.keep(fresh);
    }
  }

  /** What was edited in each migration since it was applied, where its text was written down. */
  List<EditedMigration> edits() {
    Map<String, String> applied = texts.all();
    return migrations()
        .filter(info -> applied.containsKey(HistoryTable.version(info)) && !isGone(info))
        .map(
            info ->
                new EditedMigration(
                    HistoryTable.version(info),
                    info.getDescription(),
                    TextDifference.lines(
                        applied.get(HistoryTable.version(info)), sql.text(info.getScript()))))
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
    migrations()
        .filter(
            info ->
                edits.stream().anyMatch(edit -> edit.version().equals(HistoryTable.version(info))))
        .forEach(info -> accepted.put(HistoryTable.version(info), sql.text(info.getScript())));
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

  private Stream<MigrationInfo> migrations() {
    return Stream.of(flyway.info().all());
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
