-- Languages of functions; those with a number below 16384 are the server's own.
select
  '' as schema,
  '' as "table",
  quote_ident(l.lanname) as name,
  case when l.lanpltrusted then 'trusted' else 'untrusted' end as type,
  'handler ' || l.lanplcallfoid::regproc
    || case when l.laninline = 0 then '' else ' inline ' || l.laninline::regproc end
    || case when l.lanvalidator = 0 then '' else ' validator ' || l.lanvalidator::regproc end as definition,
  obj_description(l.oid, 'pg_language') as comment
from pg_language l
where l.oid >= 16384
  and l.lanispl
  and '' <> all ({0})
  and not exists (select 1 from pg_depend e where e.objid = l.oid and e.classid = 'pg_language'::regclass and e.deptype = 'e')
