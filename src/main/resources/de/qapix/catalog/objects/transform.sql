-- Transforms of types for languages.
select
  '' as schema,
  '' as "table",
  'for ' || format_type(t.trftype, null) || ' language ' || quote_ident(l.lanname) as name,
  '(' || concat_ws(', ',
      case when t.trffromsql <> 0 then 'from sql with function ' || t.trffromsql::regprocedure end,
      case when t.trftosql <> 0 then 'to sql with function ' || t.trftosql::regprocedure end) || ')' as definition,
  obj_description(t.oid, 'pg_transform') as comment
from pg_transform t
join pg_language l on l.oid = t.trflang
where '' <> all ({0})
  and not exists (select 1 from pg_depend e where e.objid = t.oid and e.classid = 'pg_transform'::regclass and e.deptype = 'e')
