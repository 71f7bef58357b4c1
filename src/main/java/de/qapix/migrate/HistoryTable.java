package de.qapix.migrate;

import static de.qapix.db.qapix.tables.MigrationText.MIGRATION_TEXT;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.constraint;
import static org.jooq.impl.DSL.currentUser;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
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

  private static final Field<String> VERSION = field(name(NAME, "version"), SQLDataType.VARCHAR);
  private static final Field<String> DESCRIPTION = field(name("description"), SQLDataType.VARCHAR);
  private static final Field<String> TYPE = field(name("type"), SQLDataType.VARCHAR);
  private static final Field<String> SCRIPT = field(name("script"), SQLDataType.VARCHAR);
  private static final Field<Integer> CHECKSUM = field(name("checksum"), SQLDataType.INTEGER);
  private static final Field<String> INSTALLED_BY =
      field(name("installed_by"), SQLDataType.VARCHAR);
  private static final Field<Integer> EXECUTION_TIME =
      field(name("execution_time"), SQLDataType.INTEGER);
  private static final Field<Boolean> SUCCESS = field(name("success"), SQLDataType.BOOLEAN);

  private static final Field<LocalDateTime> NOW = function("now", SQLDataType.LOCALDATETIME);

  private final DSLContext db;

  HistoryTable(DSLContext db) {
    this.db = db;
  }

  /**
   * One row of Flyway's history.
   *
   * @param text of a migration as it was applied, where it was written down
   */
  record Entry(int rank, Migration migration, Instant at, boolean success, Optional<String> text) {

    /** What was applied, if it did not fail. */
    Optional<Migration> applied() {
      return success ? Optional.of(migration) : Optional.empty();
    }
  }

  /**
   * All entries, in their order. Flyway would take their times, which are UTC, for times of this
   * machine's zone.
   *
   * @param texts whether there is a table of what was applied
   */
  List<Entry> all(boolean texts) {
    Field<String> text = texts ? MIGRATION_TEXT.TEXT : inline((String) null).as("text");
    Table<?> from =
        texts ? HISTORY.leftJoin(MIGRATION_TEXT).on(MIGRATION_TEXT.VERSION.eq(VERSION)) : HISTORY;
    return db.select(RANK, VERSION, DESCRIPTION, TYPE, SCRIPT, CHECKSUM, APPLIED_AT, SUCCESS, text)
        .from(from)
        .orderBy(RANK)
        .fetch(
            row ->
                new Entry(
                    row.get(RANK),
                    new Migration(
                        Optional.ofNullable(row.get(VERSION)).orElse(""),
                        row.get(DESCRIPTION),
                        row.get(TYPE),
                        row.get(SCRIPT),
                        row.get(CHECKSUM)),
                    row.get(APPLIED_AT).toInstant(ZoneOffset.UTC),
                    Boolean.TRUE.equals(row.get(SUCCESS)),
                    Optional.ofNullable(row.get(text))));
  }

  /** Makes it, as Flyway makes it. */
  void create() {
    db.batch(
            db.createTable(HISTORY)
                .column(RANK.getName(), SQLDataType.INTEGER.notNull())
                .column(VERSION.getName(), SQLDataType.VARCHAR(50))
                .column(DESCRIPTION.getName(), SQLDataType.VARCHAR(200).notNull())
                .column(TYPE.getName(), SQLDataType.VARCHAR(20).notNull())
                .column(SCRIPT.getName(), SQLDataType.VARCHAR(1000).notNull())
                .column(CHECKSUM.getName(), SQLDataType.INTEGER)
                .column(INSTALLED_BY.getName(), SQLDataType.VARCHAR(100).notNull())
                .column(APPLIED_AT.getName(), SQLDataType.LOCALDATETIME.notNull().defaultValue(NOW))
                .column(EXECUTION_TIME.getName(), SQLDataType.INTEGER.notNull())
                .column(SUCCESS.getName(), SQLDataType.BOOLEAN.notNull())
                .constraint(constraint(name(NAME + "_pk")).primaryKey(RANK)),
            db.createIndex(name(NAME + "_s_idx")).on(HISTORY, SUCCESS))
        .execute();
  }

  /** What was applied after the entry of that rank. */
  List<AppliedMigration> appliedAfter(int rank) {
    return db.select(VERSION, DESCRIPTION, EXECUTION_TIME)
        .from(HISTORY)
        .where(SUCCESS)
        .and(RANK.gt(rank))
        .orderBy(RANK)
        .fetch(
            row ->
                new AppliedMigration(
                    Optional.ofNullable(row.get(VERSION)).orElse(""),
                    row.get(DESCRIPTION),
                    Duration.ofMillis(row.get(EXECUTION_TIME))));
  }

  /** Writes that a migration was applied, as Flyway would. */
  void add(DSLContext transaction, Migration migration, Duration took) {
    transaction
        .insertInto(HISTORY)
        .set(RANK, select(coalesce(max(RANK), inline(0)).plus(inline(1))).from(HISTORY))
        .set(VERSION, migration.version().isEmpty() ? null : migration.version())
        .set(DESCRIPTION, migration.description())
        .set(TYPE, migration.type())
        .set(SCRIPT, migration.script())
        .set(CHECKSUM, migration.checksum())
        .set(INSTALLED_BY, currentUser())
        .set(EXECUTION_TIME, (int) took.toMillis())
        .set(SUCCESS, true)
        .execute();
  }

  /** Makes a failed migration a pending one. */
  void remove(DSLContext transaction, MigrationInfo failed) {
    transaction.deleteFrom(HISTORY).where(RANK.eq(failed.getInstalledRank())).execute();
  }
}
