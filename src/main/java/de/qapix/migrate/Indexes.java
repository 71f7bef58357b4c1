package de.qapix.migrate;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.BOOLEAN;
import static org.jooq.impl.SQLDataType.VARCHAR;

import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Records;
import org.jooq.Table;

/** The indexes that the server has. Names of tables are read as the session's search path says. */
final class Indexes {

  private static final Table<Record> INDEX = table(name("pg_catalog", "pg_index")).as("i");
  private static final Field<Long> ID = field(name("i", "indexrelid"), BIGINT);
  private static final Field<Long> TABLE_ID = field(name("i", "indrelid"), BIGINT);
  private static final Field<Boolean> VALID = field(name("i", "indisvalid"), BOOLEAN);

  private static final Table<Record> RELATION = table(name("pg_catalog", "pg_class")).as("c");
  private static final Field<String> RELATION_NAME = field(name("c", "relname"), VARCHAR);

  /** Those of a partitioned index stay invalid until every partition has one, which is no fault. */
  private static final Condition WITH_STORAGE =
      field(name("c", "relkind"), VARCHAR).eq(inline("i"));

  private static final Table<Record> SCHEMA = table(name("pg_catalog", "pg_namespace")).as("n");
  private static final Field<String> SCHEMA_NAME = field(name("n", "nspname"), VARCHAR);

  private static final Field<String> FULL_NAME =
      function(name("format"), VARCHAR, inline("%I.%I"), SCHEMA_NAME, RELATION_NAME);

  private static final Table<Record> BUILD =
      table(name("pg_catalog", "pg_stat_progress_create_index")).as("b");

  private final DSLContext db;

  Indexes(DSLContext db) {
    this.db = db;
  }

  /**
   * An index.
   *
   * @param name with its schema, and with quotes where they are needed
   */
  record Index(long id, String name, boolean valid) {}

  List<Index> ofTable(String table) {
    return list(TABLE_ID.eq(id(inline(table))));
  }

  /** That of a table, if it has one of that name, which has no schema. */
  List<Index> ofTable(String table, String index) {
    Field<String> sameSchema =
        function(name("format"), VARCHAR, inline("%I.%s"), SCHEMA_NAME, inline(index));
    return list(TABLE_ID.eq(id(inline(table))).and(ID.eq(id(sameSchema))));
  }

  boolean has(String index) {
    return db.fetchExists(selectOne().where(id(inline(index)).isNotNull()));
  }

  /** What a REINDEX CONCURRENTLY has left behind when it did not come to its end. */
  List<Index> halfRebuilt() {
    return list(
        VALID
            .isFalse()
            .and(WITH_STORAGE)
            .and(RELATION_NAME.likeRegex("_cc(new|old)[0-9]*$"))
            .and(
                function(
                        name("pg_has_role"), BOOLEAN, field(name("c", "relowner")), inline("USAGE"))
                    .isTrue())
            .and(not(isBeingBuilt())));
  }

  /** Those of some tables that no query uses, though each write pays for them. */
  List<Index> invalid(Collection<Long> tables) {
    return list(
        VALID.isFalse().and(WITH_STORAGE).and(TABLE_ID.in(tables)).and(not(isBeingBuilt())));
  }

  private List<Index> list(Condition condition) {
    return db.select(ID, FULL_NAME, VALID)
        .from(INDEX)
        .join(RELATION)
        .on(field(name("c", "oid"), BIGINT).eq(ID))
        .join(SCHEMA)
        .on(field(name("n", "oid"), BIGINT).eq(field(name("c", "relnamespace"), BIGINT)))
        .where(condition)
        .orderBy(FULL_NAME)
        .fetch(Records.mapping(Index::new));
  }

  private static Condition isBeingBuilt() {
    return exists(selectOne().from(BUILD).where(field(name("b", "index_relid"), BIGINT).eq(ID)));
  }

  /** The object id, which is null where there is no such relation. */
  private static Field<Long> id(Field<String> relation) {
    return function(name("to_regclass"), BIGINT, relation);
  }
}
