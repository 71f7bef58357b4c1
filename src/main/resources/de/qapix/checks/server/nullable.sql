-- The columns of tables that take null, and get it unless something else is written.
select c.oid::bigint, a.attnum::int, a.attname::text
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
join pg_type t on t.oid = a.atttypid
where c.relkind in ('r', 'p')
  and not a.attnotnull
  and not a.atthasdef
  and not t.typnotnull
  and n.nspname not in ('pg_catalog', 'information_schema')
