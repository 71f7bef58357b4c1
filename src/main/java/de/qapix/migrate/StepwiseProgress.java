package de.qapix.migrate;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.BOOLEAN;
import static org.jooq.impl.SQLDataType.INTEGER;
import static org.jooq.impl.SQLDataType.VARCHAR;

import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.Table;

/**
 * How far a migration has come that cannot be done in one transaction. Its table is there only
 * while there is such a migration.
 */
final class StepwiseProgress {

  static final String TABLE = "migration_progress";

  private static final Table<Record> PROGRESS = table(name(HistoryTable.SCHEMA, TABLE));
  private static final Field<String> SCRIPT = field(name("script"), VARCHAR.notNull());
  private static final Field<Integer> STATEMENT = field(name("statement"), INTEGER.notNull());
  private static final Field<String> TEXT = field(name("text"), VARCHAR.notNull());
  private static final Field<Boolean> DONE = field(name("done"), BOOLEAN.notNull());
  private static final Field<Long[]> INDEXES = field(name("indexes"), BIGINT.array().notNull());

  private final String script;

  StepwiseProgress(String script) {
    this.script = script;
  }

  /**
   * A statement that was begun.
   *
   * @param text as it was then
   * @param done whether it has ended, too
   * @param indexes what its table had when it was begun
   */
  record Entry(String text, boolean done, List<Long> indexes) {
    Entry {
      indexes = List.copyOf(indexes);
    }
  }

  /** How many statements of each script are done that was begun. */
  static Map<String, Integer> done(DSLContext db) {
    return db.select(SCRIPT, count().filterWhere(DONE))
        .from(PROGRESS)
        .groupBy(SCRIPT)
        .fetchMap(Record2::value1, Record2::value2);
  }

  static void create(DSLContext db) {
    db.createTableIfNotExists(PROGRESS)
        .columns(SCRIPT, STATEMENT, TEXT, DONE, INDEXES)
        .primaryKey(SCRIPT, STATEMENT)
        .execute();
  }

  /** What is known, by the statements' numbers. */
  Map<Integer, Entry> entries(DSLContext db) {
    return db.select(STATEMENT, TEXT, DONE, INDEXES)
        .from(PROGRESS)
        .where(SCRIPT.eq(script))
        .orderBy(STATEMENT)
        .fetchMap(
            STATEMENT, row -> new Entry(row.get(TEXT), row.get(DONE), List.of(row.get(INDEXES))));
  }

  void begin(DSLContext db, int number, String text, List<Long> indexes) {
    write(db, number, text, false, indexes);
  }

  void finish(DSLContext db, int number, String text) {
    write(db, number, text, true, List.of());
  }

  private void write(DSLContext db, int number, String text, boolean done, List<Long> indexes) {
    db.insertInto(PROGRESS, SCRIPT, STATEMENT, TEXT, DONE, INDEXES)
        .values(script, number, text, done, indexes.toArray(Long[]::new))
        .onConflict(SCRIPT, STATEMENT)
        .doUpdate()
        .setAllToExcluded()
        .execute();
  }

  /** The migration is done and in the history. */
  void clear(DSLContext db) {
    db.deleteFrom(PROGRESS).where(SCRIPT.eq(script)).execute();
    if (!db.fetchExists(PROGRESS)) {
      db.dropTable(PROGRESS).execute();
    }
  }
}
