select
  relation.oid::bigint,
  schema.nspname::text,
  relation.relname::text,
  pg_catalog.pg_table_is_visible(relation.oid),
  coalesce(index.indrelid, relation.oid)::bigint,
  relation.relkind::text,
  relation.relfilenode::bigint,
  case when index.indrelid is null
    then coalesce(pg_catalog.pg_stat_get_xact_numscans(relation.oid), 0)
    else 0
  end,
  coalesce(pg_catalog.pg_stat_get_xact_tuples_deleted(relation.oid), 0),
  relation.relkind in ('r', 'm') and pg_catalog.pg_relation_size(relation.oid) > 0,
  pg_catalog.concat_ws(' ', relation.xmin, relation.relfilenode,
    pg_catalog.pg_stat_get_xact_numscans(relation.oid),
    pg_catalog.pg_stat_get_xact_tuples_deleted(relation.oid))
from pg_catalog.pg_class as relation
join pg_catalog.pg_namespace as schema on schema.oid = relation.relnamespace
left join pg_catalog.pg_index as index on index.indexrelid = relation.oid
where relation.relkind in ('r', 'p', 'm', 'i', 'I')
  and schema.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
