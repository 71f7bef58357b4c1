-- Primary, unique and foreign keys, checks and exclusion constraints. NOT NULL is a matter of the column.
select
  quote_ident(n.nspname) as schema,
  quote_ident(c.relname) as "table",
  quote_ident(k.conname) as name,
  case k.contype when 'p' then 'primary key' when 'u' then 'unique' when 'f' then 'foreign key'
    when 'c' then 'check' else 'exclusion constraint' end as type,
  pg_get_constraintdef(k.oid) as definition,
  coalesce(
    (select quote_ident(pn.nspname) || '.' || quote_ident(oc.relname) || '.' || quote_ident(o.conname)
     from pg_constraint o
     join pg_class oc on oc.oid = o.conrelid
     join pg_namespace pn on pn.oid = oc.relnamespace
     where o.oid = k.conparentid),
    case when k.coninhcount > 0 and not k.conislocal then
      (select min(quote_ident(pn.nspname) || '.' || quote_ident(oc.relname) || '.' || quote_ident(k.conname))
       from pg_inherits h
       join pg_class oc on oc.oid = h.inhparent
       join pg_namespace pn on pn.oid = oc.relnamespace
       join pg_constraint o on o.conrelid = oc.oid and o.conname = k.conname
       where h.inhrelid = k.conrelid) end) as inherited,
  (select string_agg(o, ', ' order by o) from pg_class i, unnest(i.reloptions) as o where i.oid = k.conindid and k.contype <> 'f') as "storage parameters",
  (select 'yes' from pg_index x where x.indexrelid = k.conindid and x.indisclustered and k.contype <> 'f') as clustered,
  (select quote_ident(s.spcname) from pg_class i join pg_tablespace s on s.oid = i.reltablespace where i.oid = k.conindid and k.contype <> 'f') as tablespace,
  obj_description(k.oid, 'pg_constraint') as comment
from pg_constraint k
join pg_class c on c.oid = k.conrelid
join pg_namespace n on n.oid = c.relnamespace
where k.contype in ('p', 'u', 'f', 'c', 'x')
  and n.nspname <> all ({0})
  and n.nspname !~ '^pg_(toast|temp)'
  and not exists (select 1 from pg_depend e where e.objid = c.oid and e.classid = 'pg_class'::regclass and e.deptype = 'e')
