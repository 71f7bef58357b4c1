-- Access methods; those with a number below 16384 are the server's own.
select
  '' as schema,
  '' as "table",
  quote_ident(m.amname) as name,
  'type ' || case m.amtype when 't' then 'table' else 'index' end || ' handler ' || m.amhandler::regproc as definition,
  obj_description(m.oid, 'pg_am') as comment
from pg_am m
where m.oid >= 16384
  and '' <> all ({0})
  and not exists (select 1 from pg_depend e where e.objid = m.oid and e.classid = 'pg_am'::regclass and e.deptype = 'e')
