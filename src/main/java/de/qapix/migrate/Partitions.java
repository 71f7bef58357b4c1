package de.qapix.migrate;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.BOOLEAN;

import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** Which tables are partitions of which, from PostgreSQL 14 on. */
final class Partitions {

  private static final Table<Record> INHERITS = table(name("pg_catalog", "pg_inherits")).as("h");
  private static final Field<Long> CHILD = field(name("h", "inhrelid"), BIGINT);
  private static final Field<Long> PARENT = field(name("h", "inhparent"), BIGINT);
  private static final Field<Boolean> DETACHING = field(name("h", "inhdetachpending"), BOOLEAN);

  private final DSLContext db;

  Partitions(DSLContext db) {
    this.db = db;
  }

  boolean isPartition(String parent, String partition) {
    return detaching(parent, partition).isPresent();
  }

  /** Whether a DETACH CONCURRENTLY was begun and did not come to its end. */
  boolean isHalfDetached(String parent, String partition) {
    return detaching(parent, partition).orElse(false);
  }

  private Optional<Boolean> detaching(String parent, String partition) {
    return db.select(DETACHING)
        .from(INHERITS)
        .where(CHILD.eq(id(partition)))
        .and(PARENT.eq(id(parent)))
        .fetchOptional(DETACHING);
  }

  private static Field<Long> id(String relation) {
    return function(name("to_regclass"), BIGINT, inline(relation));
  }
}
