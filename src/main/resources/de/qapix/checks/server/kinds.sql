-- What each relation is, and whether a materialized view can be refreshed while others read it.
select
  n.nspname::text,
  c.relname::text,
  c.relkind::text,
  exists (
    select from pg_index i
    where i.indrelid = c.oid and i.indisunique and i.indimmediate and i.indisvalid
      and i.indpred is null and not 0 = any (i.indkey::int2[]))
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
where c.relkind in ('r', 'p', 'f', 'v', 'm')
