-- What this transaction has locks on: "oid mode" of each, and "oid version" of those tables and indexes. All in one row,
-- as there may be thousands and somebody asks after each statement.
with held as materialized (
  select held.relation, held.mode
  from pg_catalog.pg_locks as held
  where held.locktype = 'relation'
    and held.granted
    and held.pid = pg_catalog.pg_backend_pid()
    and held.relation::bigint <= {0}
    and held.database = (
      select here.oid from pg_catalog.pg_database as here where here.datname = pg_catalog.current_database())
)
select
  (select pg_catalog.string_agg(relation || ' ' || mode, ',') from held),
  (select pg_catalog.string_agg(
      relation.oid || ' ' || pg_catalog.concat_ws(' ', relation.xmin, relation.relfilenode,
        pg_catalog.pg_stat_get_xact_numscans(relation.oid)), ',')
    from pg_catalog.pg_class as relation
    where relation.oid = any (array(select distinct held.relation from held))
      and relation.relkind in ('r', 'p', 'm', 'i', 'I')
      and relation.relnamespace not in (
        select schema.oid from pg_catalog.pg_namespace as schema
        where schema.nspname in ('pg_catalog', 'information_schema', 'pg_toast')))
