package de.qapix.migrate;

import static java.util.stream.Collectors.toSet;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import de.qapix.catalog.OwnCatalog;
import de.qapix.db.ShippedMigration;
import java.util.Set;
import javax.sql.DataSource;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Whether a database has just the migrations of this build, in one query: Flyway takes half a
 * second to say the same, which a sync with a small time limit does not have.
 */
public final class SchemaVersionProbe {

  private static final Field<String> VERSION = field(name("version"), String.class);
  private static final Field<Boolean> SUCCESS = field(name("success"), Boolean.class);
  private static final String UNDEFINED_TABLE = "42P01";

  private SchemaVersionProbe() {}

  /** Whether qapix has ever migrated that database. */
  public static boolean isOurs(DataSource source) {
    String history = HistoryTable.SCHEMA + "." + HistoryTable.NAME;
    return DSL.using(source, SQLDialect.POSTGRES).select(exists(history)).fetchSingle().value1()
        != null;
  }

  /** False where it is not so, or where it takes {@link Migrations} to tell. */
  public static boolean isUpToDate(DataSource source) {
    return has(source, VERSION.isNotNull());
  }

  /** The same, and the two shared tables are in this schema. */
  public static boolean isReady(DataSource source, String shared) {
    return has(
        source,
        OwnCatalog.SHARED_TABLES.stream()
            .map(table -> exists("\"" + shared + "\"." + table).isNotNull())
            .reduce(VERSION.isNotNull(), Condition::and));
  }

  private static Field<String> exists(String table) {
    return function("to_regclass", Object.class, val(table)).cast(SQLDataType.VARCHAR);
  }

  private static boolean has(DataSource source, Condition condition) {
    DSLContext db = DSL.using(source, SQLDialect.POSTGRES);
    try {
      Set<String> applied =
          db.select(VERSION)
              .from(table(name(HistoryTable.SCHEMA, HistoryTable.NAME)))
              .where(SUCCESS)
              .and(condition)
              .fetchSet(VERSION);
      return applied.equals(versions());
    } catch (DataAccessException failure) {
      if (failure.sqlState().equals(UNDEFINED_TABLE)) {
        return false;
      }
      throw failure;
    }
  }

  private static Set<String> versions() {
    return ShippedMigration.ALL.stream().map(ShippedMigration::version).collect(toSet());
  }
}
