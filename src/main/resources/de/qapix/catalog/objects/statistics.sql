-- Extended statistics; those in the schema of their table belong to it.
select
  quote_ident(n.nspname) as schema,
  case when c.relnamespace = s.stxnamespace then quote_ident(c.relname) else '' end as "table",
  quote_ident(s.stxname) as name,
  pg_get_statisticsobjdef(s.oid) as definition,
  nullif(s.stxstattarget, -1) as "statistics target",
  obj_description(s.oid, 'pg_statistic_ext') as comment
from pg_statistic_ext s
join pg_class c on c.oid = s.stxrelid
join pg_namespace n on n.oid = s.stxnamespace
where n.nspname <> all ({0})
  and n.nspname !~ '^pg_(toast|temp)'
  and not exists (select 1 from pg_depend e where e.objid = s.oid and e.classid = 'pg_statistic_ext'::regclass and e.deptype = 'e')
