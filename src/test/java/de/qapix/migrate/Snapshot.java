package de.qapix.migrate;

import de.qapix.TestDatabase;

/** All that the server can tell about its user's objects, as one text to compare. */
final class Snapshot {

  private static final String ANY_SCHEMA =
      "n.nspname !~ '^pg_' and n.nspname <> 'information_schema'";

  /** Of the whole database: schemas, relations, columns, constraints, indexes, comments, files. */
  static String of(TestDatabase database) {
    return of(database, ANY_SCHEMA, true);
  }

  /** Of the tables in one schema: columns, constraints and indexes as the server prints them. */
  static String ofSchema(TestDatabase database, String schema) {
    return of(database, "n.nspname = '" + schema + "'", false).replace(schema + ".", "");
  }

  private static String of(TestDatabase database, String schemas, boolean all) {
    return String.join(
        "\n",
        database
            .sql()
            .fetch(
                """
                select 'schema ' || n.nspname from pg_namespace n where %2$s and %1$s
                union all
                select 'relation ' || c.relname || ' ' || c.relkind::text
                    || case when %2$s then ' ' || c.oid || ' ' || c.relfilenode || ' ' || coalesce(obj_description(c.oid, 'pg_class'), '-') else '' end
                  from pg_class c join pg_namespace n on n.oid = c.relnamespace where %1$s
                union all
                select 'column ' || c.relname || ' ' || a.attnum || ' ' || a.attname || ' '
                    || format_type(a.atttypid, a.atttypmod) || ' ' || a.attnotnull || ' '
                    || coalesce(pg_get_expr(d.adbin, d.adrelid), '-')
                    || case when %2$s then coalesce(col_description(c.oid, a.attnum), '-') else '' end
                  from pg_attribute a join pg_class c on c.oid = a.attrelid and c.relkind = 'r'
                  join pg_namespace n on n.oid = c.relnamespace
                  left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
                  where a.attnum > 0 and %1$s
                union all
                select 'constraint ' || k.conname || ' ' || pg_get_constraintdef(k.oid)
                  from pg_constraint k join pg_namespace n on n.oid = k.connamespace where %1$s
                union all
                select 'index ' || pg_get_indexdef(i.indexrelid)
                  from pg_index i join pg_class c on c.oid = i.indrelid
                  join pg_namespace n on n.oid = c.relnamespace where %1$s
                order by 1
                """
                    .formatted(schemas, all))
            .getValues(0, String.class));
  }

  private Snapshot() {}
}
