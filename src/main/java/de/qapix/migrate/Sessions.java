package de.qapix.migrate;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.BOOLEAN;
import static org.jooq.impl.SQLDataType.INSTANT;
import static org.jooq.impl.SQLDataType.INTEGER;
import static org.jooq.impl.SQLDataType.VARCHAR;

import de.qapix.catalog.Session;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Records;
import org.jooq.Table;

/** Finds out who holds an advisory lock. */
final class Sessions {

  private static final Table<Record> LOCK = table(name("pg_catalog", "pg_locks")).as("l");
  private static final Field<Integer> LOCK_PID = field(name("l", "pid"), INTEGER);
  private static final Field<String> LOCK_TYPE = field(name("l", "locktype"), VARCHAR);
  private static final Field<Boolean> LOCK_GRANTED = field(name("l", "granted"), BOOLEAN);
  private static final Field<Long> LOCK_DATABASE = field(name("l", "database"), BIGINT);
  private static final Field<Long> LOCK_HIGH = field(name("l", "classid"), BIGINT);
  private static final Field<Long> LOCK_LOW = field(name("l", "objid"), BIGINT);

  private static final Table<Record> DATABASE = table(name("pg_catalog", "pg_database")).as("d");
  private static final Field<Long> DATABASE_OID = field(name("d", "oid"), BIGINT);
  private static final Field<String> DATABASE_NAME = field(name("d", "datname"), VARCHAR);

  private static final Table<Record> ACTIVITY =
      table(name("pg_catalog", "pg_stat_activity")).as("s");
  private static final Field<Integer> PID = field(name("s", "pid"), INTEGER);
  private static final Field<String> USER = field(name("s", "usename"), VARCHAR);
  private static final Field<String> APPLICATION = field(name("s", "application_name"), VARCHAR);
  private static final Field<Instant> SINCE = field(name("s", "xact_start"), INSTANT);

  private final DSLContext db;

  Sessions(DSLContext db) {
    this.db = db;
  }

  /** The session that holds it. */
  Optional<Session> holderOf(long key) {
    return db.select(PID, coalesce(USER, inline("")), coalesce(APPLICATION, inline("")), SINCE)
        .from(LOCK)
        .join(ACTIVITY)
        .on(PID.eq(LOCK_PID))
        .join(DATABASE)
        .on(DATABASE_OID.eq(LOCK_DATABASE))
        .where(LOCK_TYPE.eq(inline("advisory")))
        .and(LOCK_HIGH.eq(key >>> 32))
        .and(LOCK_LOW.eq(key & 0xFFFFFFFFL))
        .and(LOCK_GRANTED)
        .and(DATABASE_NAME.eq(function("current_database", VARCHAR)))
        .and(PID.ne(function("pg_backend_pid", INTEGER)))
        .orderBy(SINCE.asc().nullsLast(), PID)
        .limit(1)
        .fetchOptional(
            Records.mapping(
                (pid, user, application, since) ->
                    new Session(pid, user, application, Optional.ofNullable(since))));
  }
}
