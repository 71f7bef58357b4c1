-- All that has columns, with the columns in their order; of functions, what they return as a table.
select
  n.nspname::text,
  quote_ident(n.nspname),
  c.relname::text,
  quote_ident(c.relname),
  pg_table_is_visible(c.oid),
  n.nspname in ('pg_catalog', 'information_schema', 'pg_toast'),
  array_agg(a.attname::text order by a.attnum),
  array_agg(quote_ident(a.attname) order by a.attnum),
  false
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
where c.relkind in ('r', 'p', 'f', 'v', 'm')
  and n.nspname !~ '^pg_(toast|temp)'
group by n.nspname, c.oid, c.relname
union all
select
  n.nspname::text,
  quote_ident(n.nspname),
  p.proname::text,
  quote_ident(p.proname),
  pg_function_is_visible(p.oid),
  n.nspname in ('pg_catalog', 'information_schema'),
  array_agg(o.name order by o.place),
  array_agg(quote_ident(o.name) order by o.place),
  true
from pg_proc p
join pg_namespace n on n.oid = p.pronamespace
cross join unnest(p.proargnames, p.proargmodes) with ordinality as o(name, mode, place)
where o.mode in ('o', 'b', 't')
group by n.nspname, p.oid, p.proname
order by 1, 3
