-- Tables, views and foreign tables.
select
  quote_ident(n.nspname) as schema,
  quote_ident(c.relname) as "table",
  '' as name,
  case c.relkind
    when 'r' then 'table' when 'p' then 'partitioned table' when 'v' then 'view'
    when 'm' then 'materialized view' else 'foreign table'
  end as type,
  case c.relpersistence when 'u' then 'unlogged' end as persistence,
  case when c.relkind in ('v', 'm') then pg_get_viewdef(c.oid) end as definition,
  case when c.relrowsecurity then 'on' end as "row security",
  case when c.relforcerowsecurity then 'on' end as "forced row security",
  case when c.relkind = 'p' then pg_get_partkeydef(c.oid) end as "partition key",
  (select string_agg(quote_ident(pn.nspname) || '.' || quote_ident(p.relname), ', ' order by i.inhseqno)
   from pg_inherits i
   join pg_class p on p.oid = i.inhparent
   join pg_namespace pn on pn.oid = p.relnamespace
   where i.inhrelid = c.oid) as parent,
  pg_get_expr(c.relpartbound, c.oid) as "partition bound",
  (select string_agg(o, ', ' order by o) from unnest(c.reloptions) as o) as "storage parameters",
  (select string_agg('toast.' || o, ', ' order by o) from pg_class t, unnest(t.reloptions) as o where t.oid = c.reltoastrelid) as "toast parameters",
  (select quote_ident(m.amname) from pg_am m where m.oid = c.relam and m.amname <> 'heap') as "access method",
  (select quote_ident(s.spcname) from pg_tablespace s where s.oid = c.reltablespace) as tablespace,
  case when c.reloftype <> 0 then format_type(c.reloftype, null) end as "of type",
  (select quote_ident(s.srvname) from pg_foreign_table f join pg_foreign_server s on s.oid = f.ftserver where f.ftrelid = c.oid) as server,
  (select string_agg(quote_ident(o.option_name) || ' ' || quote_literal(o.option_value), ', ' order by o.option_name)
   from pg_foreign_table f, pg_options_to_table(f.ftoptions) o where f.ftrelid = c.oid) as options,
  case when c.relkind in ('r', 'p', 'm') then case c.relreplident when 'n' then 'nothing' when 'f' then 'full'
    when 'i' then 'using index ' || (select quote_ident(i.relname) from pg_index x join pg_class i on i.oid = x.indexrelid
                                     where x.indrelid = c.oid and x.indisreplident)
  end end as "replica identity",
  obj_description(c.oid, 'pg_class') as comment
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
where c.relkind in ('r', 'p', 'v', 'm', 'f')
  and n.nspname <> all ({0})
  and n.nspname !~ '^pg_(toast|temp)'
  and not exists (select 1 from pg_depend e where e.objid = c.oid and e.classid = 'pg_class'::regclass and e.deptype = 'e')
