-- The columns that take no null, of tables in which nothing fills them before a row is written.
select
  n.nspname::text,
  c.relname::text,
  a.attname::text,
  quote_ident(a.attname),
  a.atthasdef or a.attidentity <> '' or t.typdefault is not null
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
join pg_type t on t.oid = a.atttypid
where c.relkind in ('r', 'p')
  and a.attnotnull
  and n.nspname not in ('pg_catalog', 'information_schema')
  and not exists (
    select from pg_trigger g
    -- Before (2) each row (1) that is inserted (4).
    where g.tgrelid = c.oid and g.tgtype & 7 = 7)
  and not exists (select from pg_rewrite r where r.ev_class = c.oid and r.ev_type = '3')
order by 1, 2, a.attnum
