-- What this transaction has locks on: "oid mode" of each, and "oid version" of those tables and their indexes. All in one
-- row, as there may be thousands and somebody asks after each statement.
with held as materialized (
  select held.relation, held.mode
  from pg_catalog.pg_locks as held
  join pg_catalog.pg_database as here on here.oid = held.database
  where held.locktype = 'relation'
    and held.granted
    and held.pid = pg_catalog.pg_backend_pid()
    and here.datname = pg_catalog.current_database()
    and held.relation::bigint <= {0}
), part as (
  select relation from held
  union
  select index.indexrelid from pg_catalog.pg_index as index join held on held.relation = index.indrelid
)
select
  (select pg_catalog.string_agg(pg_catalog.concat_ws(' ', relation, mode), ',') from held),
  (select pg_catalog.string_agg(
      pg_catalog.concat_ws(' ', relation.oid, relation.xmin, relation.relfilenode,
        pg_catalog.pg_stat_get_xact_numscans(relation.oid)), ',')
    from pg_catalog.pg_class as relation
    join part on part.relation = relation.oid
    where relation.relkind in ('r', 'p', 'm', 'i', 'I')
      and relation.relnamespace not in (
        select schema.oid from pg_catalog.pg_namespace as schema
        where schema.nspname in ('pg_catalog', 'information_schema', 'pg_toast')))
