package de.qapix.migrate;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.VARCHAR;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.Result;
import org.jooq.Select;
import org.jooq.Table;

/** Reads the server's own tables. Locks none of the user's. */
final class ServerTables {

  private static final Set<String> TABLE_KINDS = Set.of("r", "p");

  private static final Table<Record> NAMESPACE = catalogTable("pg_namespace", "n");
  private static final Field<Long> NAMESPACE_OID = field(name("n", "oid"), BIGINT);
  private static final Field<String> NAMESPACE_NAME = field(name("n", "nspname"), VARCHAR);

  private static final Table<Record> RELATION = catalogTable("pg_class", "c");
  private static final Field<Long> RELATION_OID = field(name("c", "oid"), BIGINT);
  private static final Field<String> RELATION_NAME = field(name("c", "relname"), VARCHAR);
  private static final Field<String> RELATION_KIND = field(name("c", "relkind"), VARCHAR);
  private static final Field<Long> RELATION_NAMESPACE = field(name("c", "relnamespace"), BIGINT);

  private static final Table<Record> DEPENDENCY = catalogTable("pg_depend", "d");

  private final DSLContext db;

  ServerTables(DSLContext db) {
    this.db = db;
  }

  boolean hasSchema(String schema) {
    return db.fetchExists(NAMESPACE, NAMESPACE_NAME.eq(schema));
  }

  /** The names of all tables, views, indexes and sequences of a schema. */
  Set<String> relations(String schema) {
    return db.select(RELATION_NAME)
        .from(RELATION)
        .join(NAMESPACE)
        .on(NAMESPACE_OID.eq(RELATION_NAMESPACE))
        .where(NAMESPACE_NAME.eq(schema))
        .fetchSet(RELATION_NAME);
  }

  /** Those of the named tables that are in that schema. */
  List<String> tablesIn(String schema, Collection<String> names) {
    return tables(NAMESPACE_NAME.eq(schema).and(RELATION_NAME.in(names))).getValues(RELATION_NAME);
  }

  /** The schemas that have all of the named tables. */
  List<String> schemasWith(Collection<String> names) {
    return tables(RELATION_NAME.in(names))
        .intoGroups(NAMESPACE_NAME, RELATION_NAME)
        .entrySet()
        .stream()
        .filter(schema -> schema.getValue().containsAll(names))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The tables that neither the server nor an extension has made, with their schemas. */
  List<String> tablesOfUsers() {
    return tables(
            not(NAMESPACE_NAME.startsWith(inline("pg_")))
                .and(NAMESPACE_NAME.ne(inline("information_schema")))
                .and(notExists(madeByExtension())))
        .map(mapping((schema, table) -> schema + "." + table));
  }

  private static Select<?> madeByExtension() {
    return selectOne()
        .from(DEPENDENCY)
        .where(field(name("d", "objid"), BIGINT).eq(RELATION_OID))
        .and(field(name("d", "deptype"), VARCHAR).eq(inline("e")));
  }

  private Result<Record2<String, String>> tables(Condition condition) {
    return db.select(NAMESPACE_NAME, RELATION_NAME)
        .from(RELATION)
        .join(NAMESPACE)
        .on(NAMESPACE_OID.eq(RELATION_NAMESPACE))
        .where(RELATION_KIND.in(TABLE_KINDS))
        .and(condition)
        .orderBy(NAMESPACE_NAME, RELATION_NAME)
        .fetch();
  }

  /** The object ids of all relations of a schema of ours and of some tables of another schema. */
  List<Long> relationIds(String ours, String shared, Collection<String> sharedTables) {
    return db.select(RELATION_OID)
        .from(RELATION)
        .join(NAMESPACE)
        .on(NAMESPACE_OID.eq(RELATION_NAMESPACE))
        .where(NAMESPACE_NAME.eq(ours))
        .or(NAMESPACE_NAME.eq(shared).and(RELATION_NAME.in(sharedTables)))
        .fetch(RELATION_OID);
  }

  private static Table<Record> catalogTable(String table, String alias) {
    return table(name("pg_catalog", table)).as(alias);
  }
}
