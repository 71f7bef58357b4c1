-- Schemas. The first three columns say which object a row is, written as in SQL; each other column is a trait of it.
select
  quote_ident(n.nspname) as schema,
  '' as "table",
  '' as name,
  obj_description(n.oid, 'pg_namespace') as comment
from pg_namespace n
where n.nspname <> all ({0})
  and n.nspname !~ '^pg_(toast|temp)'
  and not exists (select 1 from pg_depend e where e.objid = n.oid and e.classid = 'pg_namespace'::regclass and e.deptype = 'e')
