-- Functions, procedures and aggregates.
select
  quote_ident(n.nspname) as schema,
  '' as "table",
  quote_ident(p.proname) || '(' || oidvectortypes(p.proargtypes) || ')' as name,
  case p.prokind when 'p' then 'procedure' when 'a' then 'aggregate' else 'function' end as type,
  case when p.prokind = 'a' then pg_get_function_result(p.oid) else pg_get_functiondef(p.oid) end as definition,
  obj_description(p.oid, 'pg_proc') as comment
from pg_proc p
join pg_namespace n on n.oid = p.pronamespace
where n.nspname <> all ({0})
  and n.nspname !~ '^pg_(toast|temp)'
  and not exists (select 1 from pg_depend e
                  where e.objid = p.oid and e.classid = 'pg_proc'::regclass and e.deptype in ('e', 'i'))
