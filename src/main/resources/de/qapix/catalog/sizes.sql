-- Rows (as last counted by ANALYZE or VACUUM) and bytes of tables, indexes included.
select
  quote_ident(n.nspname) || '.' || quote_ident(c.relname) as "table",
  greatest(c.reltuples, 0)::bigint as rows,
  pg_total_relation_size(c.oid) as bytes
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
where c.relkind in ('r', 'p', 'm')
  and n.nspname not in ('pg_catalog', 'information_schema')
  and n.nspname !~ '^pg_(toast|temp)'
