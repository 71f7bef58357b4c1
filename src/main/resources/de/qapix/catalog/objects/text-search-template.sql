-- Templates of dictionaries.
select
  quote_ident(n.nspname) as schema,
  '' as "table",
  quote_ident(t.tmplname) as name,
  '(' || case when t.tmplinit = 0 then '' else 'init = ' || t.tmplinit || ', ' end || 'lexize = ' || t.tmpllexize || ')' as definition,
  obj_description(t.oid, 'pg_ts_template') as comment
from pg_ts_template t
join pg_namespace n on n.oid = t.tmplnamespace
where n.nspname <> all ({0})
  and n.nspname !~ '^pg_(toast|temp)'
  and not exists (select 1 from pg_depend e where e.objid = t.oid and e.classid = 'pg_ts_template'::regclass and e.deptype = 'e')
