package de.qapix.migrate;

import static de.qapix.db.qapix.tables.MigrationText.MIGRATION_TEXT;
import static java.util.stream.Collectors.toMap;

import de.qapix.db.ShippedMigration;
import de.qapix.migrate.MigrationStatus.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.output.RepairOutput;
import org.flywaydb.core.api.output.RepairResult;
import org.jooq.DSLContext;

/** The migrations and the table in which Flyway writes down which of them were applied. */
final class MigrationHistory {

  private final DSLContext db;
  private final HistoryTable entries;
  private final MigrationSql sql;
  private final AppliedTexts texts;
  private final FlywayView flyway;
  private final List<Migration> shipped;

  /**
   * @param shipped the migrations of this build; empty for others
   */
  MigrationHistory(
      DSLContext db, MigrationSql sql, FlywayView flyway, List<ShippedMigration> shipped) {
    this.db = db;
    this.entries = new HistoryTable(db);
    this.sql = sql;
    this.texts = new AppliedTexts(db);
    this.flyway = flyway;
    this.shipped =
        shipped.stream()
            .map(
                one ->
                    new Migration(
                        one.version(),
                        one.description(),
                        Migration.SQL,
                        one.script(),
                        one.checksum()))
            .toList();
  }

  /** A migration, and where it stands as Flyway sees it. */
  private record Known(Migration migration, State state, Optional<Integer> rank) {}

  StoredHistory read() {
    return StoredHistory.read(db);
  }

  /** All migrations that this qapix or this database knows; those that were applied come first. */
  List<MigrationStatus> list(StoredHistory stored) {
    Map<Integer, Instant> times =
        stored.entries().stream().collect(toMap(HistoryTable.Entry::rank, HistoryTable.Entry::at));
    return known(stored).stream()
        .map(
            one ->
                new MigrationStatus(
                    one.migration().version(),
                    one.migration().description(),
                    edited(one, stored) ? State.CHANGED : one.state(),
                    one.rank().map(times::get),
                    begun(one, stored)))
        .toList();
  }

  /** Flyway is asked only where the history is not just the beginning of ours. */
  private List<Known> known(StoredHistory stored) {
    if (!isOrdinary(stored)) {
      return flyway.all().stream().map(MigrationHistory::known).toList();
    }
    List<Known> known = new ArrayList<>();
    for (int i = 0; i < shipped.size(); i++) {
      boolean applied = i < stored.entries().size();
      known.add(
          new Known(
              shipped.get(i),
              applied ? State.APPLIED : State.PENDING,
              applied ? Optional.of(stored.entries().get(i).rank()) : Optional.empty()));
    }
    return known;
  }

  private static Known known(MigrationInfo info) {
    return new Known(Migration.of(info), state(info), Optional.ofNullable(info.getInstalledRank()));
  }

  private boolean isOrdinary(StoredHistory stored) {
    return !shipped.isEmpty() && stored.isBeginningOf(shipped);
  }

  /** The pending ones, in the order in which they would be applied. */
  List<Migration> pending(StoredHistory stored) {
    return isOrdinary(stored)
        ? shipped.subList(stored.entries().size(), shipped.size())
        : flyway.pending();
  }

  /** The entries themselves. */
  HistoryTable entries() {
    return entries;
  }

  /** Those that ended half-way, in a way that Flyway has written down. */
  List<MigrationInfo> failed() {
    return flyway.all().stream().filter(info -> info.getState() == MigrationState.FAILED).toList();
  }

  private Optional<UnfinishedMigration> begun(Known one, StoredHistory stored) {
    Integer done = stored.begun().get(one.migration().script());
    return one.state() == State.PENDING && done != null
        ? Optional.of(UnfinishedMigration.of(sql.script(one.migration()), done))
        : Optional.empty();
  }

  /** Flyway's own number misses edits of line breaks, even one that comments a statement out. */
  private boolean edited(Known one, StoredHistory stored) {
    String before = stored.texts().get(one.migration().version());
    return before != null
        && one.state() == State.APPLIED
        && sql.find(one.migration().script())
            .filter(now -> AppliedTexts.differ(before, now))
            .isPresent();
  }

  /** Writes down the texts of what was applied as it is, where that has not been done. */
  void keepTexts(StoredHistory stored) {
    if (!stored.relations().contains(MIGRATION_TEXT.getName())) {
      return;
    }
    Map<String, String> fresh = new TreeMap<>();
    known(stored).stream()
        .filter(one -> one.state() == State.APPLIED && !one.migration().version().isEmpty())
        .map(Known::migration)
        .filter(migration -> !stored.texts().containsKey(migration.version()))
        .forEach(
            migration ->
                sql.find(migration.script())
                    .ifPresent(text -> fresh.put(migration.version(), text)));
    texts.keep(fresh);
  }

  /** What was edited in each migration since it was applied, where its text was written down. */
  List<EditedMigration> edits(StoredHistory stored) {
    return known(stored).stream()
        .filter(one -> !isGone(one.state()))
        .map(Known::migration)
        .filter(migration -> stored.texts().containsKey(migration.version()))
        .flatMap(
            migration ->
                sql
                    .find(migration.script())
                    .map(
                        now ->
                            EditedMigration.of(
                                migration, stored.texts().get(migration.version()), now))
                    .stream())
        .filter(edited -> !edited.lines().isEmpty())
        .toList();
  }

  private static boolean isGone(State state) {
    return switch (state) {
      case MISSING, NEWER, DELETED -> true;
      default -> false;
    };
  }

  /** From now on these texts are what was applied. */
  void accept(List<EditedMigration> edits) {
    Map<String, String> accepted = new TreeMap<>();
    known(read()).stream()
        .map(Known::migration)
        .filter(one -> edits.stream().anyMatch(edit -> edit.version().equals(one.version())))
        .forEach(one -> accepted.put(one.version(), sql.text(one.script())));
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
