package de.qapix.migrate;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.currentUser;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.api.MigrationInfo;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The table in which Flyway writes down what was applied. */
final class HistoryTable {

  /** Where everything of ours lives. */
  static final String SCHEMA = "qapix";

  static final String NAME = "flyway_schema_history";

  private static final Table<Record> HISTORY = table(name(SCHEMA, NAME));
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

  private final DSLContext db;

  HistoryTable(DSLContext db) {
    this.db = db;
  }

  /** Whether it is there. */
  boolean exists() {
    return new ServerTables(db).relations(SCHEMA).contains(NAME);
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

  /** Flyway would take these times, which are UTC, for times of this machine's zone. */
  Map<Integer, Instant> times() {
    return db.select(RANK, APPLIED_AT)
        .from(HISTORY)
        .fetchMap(RANK, row -> row.get(APPLIED_AT).toInstant(ZoneOffset.UTC));
  }

  /** As texts have it; empty where a migration has none, as it is repeatable. */
  static String version(MigrationInfo info) {
    return info.isVersioned() ? info.getVersion().getVersion() : "";
  }
}
