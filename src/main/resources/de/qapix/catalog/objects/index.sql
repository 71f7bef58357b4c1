-- Indexes; those of primary keys, unique and exclusion constraints are a matter of the constraint.
select
  quote_ident(n.nspname) as schema,
  quote_ident(c.relname) as "table",
  quote_ident(i.relname) as name,
  pg_get_indexdef(i.oid) as definition,
  case when x.indisvalid then 'valid' else 'invalid' end as validity,
  (select quote_ident(pn.nspname) || '.' || quote_ident(t.relname) || '.' || quote_ident(p.relname)
   from pg_inherits h
   join pg_index px on px.indexrelid = h.inhparent
   join pg_class p on p.oid = px.indexrelid
   join pg_class t on t.oid = px.indrelid
   join pg_namespace pn on pn.oid = t.relnamespace
   where h.inhrelid = i.oid) as inherited,
  case when x.indisclustered then 'yes' end as clustered,
  (select string_agg(a.attnum || ': ' || a.attstattarget, ', ' order by a.attnum)
   from pg_attribute a where a.attrelid = i.oid and a.attstattarget >= 0) as "statistics targets",
  (select quote_ident(s.spcname) from pg_tablespace s where s.oid = i.reltablespace) as tablespace,
  obj_description(i.oid, 'pg_class') as comment
from pg_index x
join pg_class i on i.oid = x.indexrelid
join pg_class c on c.oid = x.indrelid
join pg_namespace n on n.oid = c.relnamespace
where not exists (select 1 from pg_constraint k where k.conindid = i.oid and k.contype in ('p', 'u', 'x'))
  and n.nspname <> all ({0})
  and n.nspname !~ '^pg_(toast|temp)'
  and not exists (select 1 from pg_depend e where e.objid = c.oid and e.classid = 'pg_class'::regclass and e.deptype = 'e')
