-- Casts; those with a number below 16384 are the server's own.
select
  '' as schema,
  '' as "table",
  '(' || format_type(c.castsource, null) || ' as ' || format_type(c.casttarget, null) || ')' as name,
  case c.castmethod when 'f' then 'with function ' || c.castfunc::regprocedure when 'i' then 'with inout' else 'without function' end
    || case c.castcontext when 'a' then ' as assignment' when 'i' then ' as implicit' else '' end as definition,
  obj_description(c.oid, 'pg_cast') as comment
from pg_cast c
where c.oid >= 16384
  and '' <> all ({0})
  and not exists (select 1 from pg_depend e where e.objid = c.oid and e.classid = 'pg_cast'::regclass and e.deptype in ('e', 'i'))
