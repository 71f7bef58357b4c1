-- All that has columns, with the columns in their order.
select
  n.nspname::text,
  quote_ident(n.nspname),
  c.relname::text,
  quote_ident(c.relname),
  pg_table_is_visible(c.oid),
  n.nspname in ('pg_catalog', 'information_schema', 'pg_toast'),
  array_agg(a.attname::text order by a.attnum),
  array_agg(quote_ident(a.attname) order by a.attnum)
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
where c.relkind in ('r', 'p', 'f', 'v', 'm')
  and n.nspname !~ '^pg_(toast|temp)'
group by n.nspname, c.oid, c.relname
order by n.nspname, c.relname
