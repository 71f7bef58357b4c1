-- What this transaction has locks on: "oid mode" of each, and "oid version" of those tables and indexes; and how often it has
-- changed the catalog. All in one row, as there may be thousands and somebody asks after each statement.
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
        pg_catalog.pg_stat_get_xact_numscans(relation.oid),
        pg_catalog.pg_stat_get_xact_tuples_deleted(relation.oid)), ',')
    from pg_catalog.pg_class as relation
    where relation.oid = any (array(select distinct held.relation from held))
      and relation.relkind in ('r', 'p', 'm', 'i', 'I')
      and relation.relnamespace not in (
        select schema.oid from pg_catalog.pg_namespace as schema
        where schema.nspname in ('pg_catalog', 'information_schema', 'pg_toast'))),
  (select pg_catalog.string_agg(pg_catalog.concat_ws(' ',
      pg_catalog.pg_stat_get_xact_tuples_inserted(changed), pg_catalog.pg_stat_get_xact_tuples_updated(changed),
      pg_catalog.pg_stat_get_xact_tuples_deleted(changed)), ',')
    from unnest(array['pg_catalog.pg_class', 'pg_catalog.pg_attribute', 'pg_catalog.pg_attrdef', 'pg_catalog.pg_constraint',
      'pg_catalog.pg_type', 'pg_catalog.pg_enum', 'pg_catalog.pg_proc', 'pg_catalog.pg_namespace', 'pg_catalog.pg_trigger',
      'pg_catalog.pg_policy', 'pg_catalog.pg_extension', 'pg_catalog.pg_inherits', 'pg_catalog.pg_index']::regclass[]) as changed)
