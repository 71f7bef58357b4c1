package de.qapix.data.store;

import static de.qapix.db.qapix.tables.Lock.LOCK;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Which run holds the lock of a source: what qapix.lock says, where pg_locks shows that the server
 * process named there still holds the advisory lock. Looking takes nothing from anybody.
 */
final class LockHolders {

  private static final long LOW_HALF = 0xffff_ffffL;
  private static final int GLANCES = 20;
  private static final int GLANCE_MILLIS = 10;

  private static final Table<?> LOCKS = table(name("pg_catalog", "pg_locks")).as("locks");
  private static final Field<String> KIND = field(name("locks", "locktype"), String.class);
  private static final Field<Integer> BACKEND = field(name("locks", "pid"), Integer.class);
  private static final Field<Boolean> GRANTED = field(name("locks", "granted"), Boolean.class);
  private static final Field<Long> LOW_KEY = field(name("locks", "objid")).cast(SQLDataType.BIGINT);

  private LockHolders() {}

  /** The run that holds the lock now; empty where none does, or none has said so yet. */
  static Optional<LockHolder> find(DSLContext db, String source) {
    return db.select(LOCK.RUN_ID, LOCK.HOST, LOCK.PID, LOCK.SINCE)
        .from(LOCK)
        .join(LOCKS)
        .on(BACKEND.eq(LOCK.BACKEND))
        .where(LOCK.SOURCE.eq(source))
        .and(KIND.eq("advisory"))
        .and(LOW_KEY.eq(LockKey.of(source) & LOW_HALF))
        .and(GRANTED)
        .fetchOptional(
            row -> new LockHolder(row.value1(), row.value2(), row.value3(), row.value4()));
  }

  /** The same, waiting for the moment that a run needs between taking the lock and saying so. */
  static Optional<LockHolder> await(DataSource dataSource, String source)
      throws InterruptedException {
    DSLContext db = DSL.using(dataSource, SQLDialect.POSTGRES);
    Optional<LockHolder> holder = find(db, source);
    for (int glance = 1; holder.isEmpty() && glance < GLANCES; glance++) {
      TimeUnit.MILLISECONDS.sleep(GLANCE_MILLIS);
      holder = find(db, source);
    }
    return holder;
  }
}
