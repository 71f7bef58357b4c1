-- Operators, without those that are only named by another one so far.
select
  quote_ident(n.nspname) as schema,
  '' as "table",
  o.oprname || ' (' || case when o.oprleft = 0 then 'none' else format_type(o.oprleft, null) end
    || ', ' || format_type(o.oprright, null) || ')' as name,
  '(' || concat_ws(', ',
      'function = ' || o.oprcode,
      case when o.oprleft <> 0 then 'leftarg = ' || format_type(o.oprleft, null) end,
      'rightarg = ' || format_type(o.oprright, null),
      (select 'commutator = operator(' || quote_ident(cn.nspname) || '.' || c.oprname || ')'
       from pg_operator c join pg_namespace cn on cn.oid = c.oprnamespace where c.oid = o.oprcom),
      (select 'negator = operator(' || quote_ident(cn.nspname) || '.' || c.oprname || ')'
       from pg_operator c join pg_namespace cn on cn.oid = c.oprnamespace where c.oid = o.oprnegate),
      case when o.oprcanhash then 'hashes' end,
      case when o.oprcanmerge then 'merges' end) || ')' as definition,
  nullif(concat_ws(', ',
      case when o.oprrest <> 0 then 'restrict = ' || o.oprrest end,
      case when o.oprjoin <> 0 then 'join = ' || o.oprjoin end), '') as estimators,
  obj_description(o.oid, 'pg_operator') as comment
from pg_operator o
join pg_namespace n on n.oid = o.oprnamespace
where o.oprcode <> 0
  and n.nspname <> all ({0})
  and n.nspname !~ '^pg_(toast|temp)'
  and not exists (select 1 from pg_depend e where e.objid = o.oid and e.classid = 'pg_operator'::regclass and e.deptype = 'e')
