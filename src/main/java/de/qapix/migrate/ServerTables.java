package de.qapix.migrate;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.arrayGet;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.BOOLEAN;
import static org.jooq.impl.SQLDataType.INTEGER;
import static org.jooq.impl.SQLDataType.SMALLINT;
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

  private static final Table<Record> ATTRIBUTE = catalogTable("pg_attribute", "a");
  private static final Field<Long> ATTRIBUTE_RELATION = field(name("a", "attrelid"), BIGINT);
  private static final Field<String> ATTRIBUTE_NAME = field(name("a", "attname"), VARCHAR);
  private static final Field<Short> ATTRIBUTE_NUMBER = field(name("a", "attnum"), SMALLINT);
  private static final Field<Long> ATTRIBUTE_TYPE = field(name("a", "atttypid"), BIGINT);
  private static final Field<Boolean> ATTRIBUTE_DROPPED = field(name("a", "attisdropped"), BOOLEAN);

  private static final Table<Record> TYPE = catalogTable("pg_type", "t");
  private static final Field<Long> TYPE_OID = field(name("t", "oid"), BIGINT);

  private static final Table<Record> DEPENDENCY = catalogTable("pg_depend", "d");

  private static final Table<Record> INDEX = catalogTable("pg_index", "i");

  private static final Field<String> PRINTED_TYPE =
      function(
              name("pg_catalog", "format_type"),
              VARCHAR,
              ATTRIBUTE_TYPE,
              field(name("a", "atttypmod"), INTEGER))
          .as("type");
  private static final Field<Boolean> NULLABLE =
      field(not(flag("a", "attnotnull").or(coalesce(flagField("t", "typnotnull"), inline(false)))))
          .as("nullable");
  private static final Field<Boolean> COMPUTED =
      field(field(name("a", "attgenerated"), VARCHAR).ne(inline(""))).as("computed");
  private static final Field<Boolean> DEFAULTED =
      field(
              flag("a", "atthasdef")
                  .or(field(name("a", "attidentity"), VARCHAR).ne(inline("")))
                  .or(field(name("t", "typdefault"), VARCHAR).isNotNull()))
          .as("defaulted");
  private static final Field<Boolean> UNIQUE = field(exists(uniqueIndex())).as("unique");

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

  /** Those of the named tables that exist. */
  List<TableShape> tables(String schema, Collection<String> names) {
    return db
        .select(
            RELATION_NAME,
            RELATION_KIND,
            ATTRIBUTE_NAME,
            PRINTED_TYPE,
            NULLABLE,
            DEFAULTED,
            COMPUTED,
            UNIQUE)
        .from(RELATION)
        .join(NAMESPACE)
        .on(NAMESPACE_OID.eq(RELATION_NAMESPACE))
        .leftJoin(ATTRIBUTE)
        .on(ATTRIBUTE_RELATION.eq(RELATION_OID))
        .and(ATTRIBUTE_NUMBER.gt(inline((short) 0)))
        .and(not(ATTRIBUTE_DROPPED))
        .leftJoin(TYPE)
        .on(TYPE_OID.eq(ATTRIBUTE_TYPE))
        .where(NAMESPACE_NAME.eq(schema))
        .and(RELATION_NAME.in(names))
        .orderBy(RELATION_NAME, ATTRIBUTE_NUMBER)
        .fetchGroups(RELATION_NAME)
        .values()
        .stream()
        .map(ServerTables::shape)
        .toList();
  }

  private static TableShape shape(Result<? extends Record> rows) {
    return new TableShape(
        rows.get(0).get(RELATION_NAME),
        TABLE_KINDS.contains(rows.get(0).get(RELATION_KIND)),
        rows.stream()
            .filter(row -> row.get(ATTRIBUTE_NAME) != null)
            .map(
                row ->
                    new TableShape.Column(
                        row.get(ATTRIBUTE_NAME),
                        row.get(PRINTED_TYPE),
                        row.get(NULLABLE),
                        row.get(DEFAULTED),
                        row.get(COMPUTED),
                        row.get(UNIQUE)))
            .toList());
  }

  /** One that {@code on conflict ("column")} can use: whole, valid and checked at once. */
  private static Select<?> uniqueIndex() {
    return selectOne()
        .from(INDEX)
        .where(field(name("i", "indrelid"), BIGINT).eq(ATTRIBUTE_RELATION))
        .and(field(name("i", "indnkeyatts"), SMALLINT).eq(inline((short) 1)))
        .and(arrayGet(field(name("i", "indkey"), SMALLINT.array()), 0).eq(ATTRIBUTE_NUMBER))
        .and(flag("i", "indisunique"))
        .and(flag("i", "indisvalid"))
        .and(flag("i", "indimmediate"))
        .and(field(name("i", "indpred"), VARCHAR).isNull());
  }

  private static Table<Record> catalogTable(String table, String alias) {
    return table(name("pg_catalog", table)).as(alias);
  }

  private static Condition flag(String table, String column) {
    return condition(flagField(table, column));
  }

  private static Field<Boolean> flagField(String table, String column) {
    return field(name(table, column), BOOLEAN);
  }
}
