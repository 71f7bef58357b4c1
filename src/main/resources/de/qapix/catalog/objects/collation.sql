-- Collations.
select
  quote_ident(n.nspname) as schema,
  '' as "table",
  quote_ident(l.collname) as name,
  '(' || concat_ws(', ',
      'provider = ' || case l.collprovider when 'i' then 'icu' when 'b' then 'builtin' when 'd' then 'default' else 'libc' end,
      case when l.collprovider = 'c' then 'lc_collate = ' || quote_literal(l.collcollate) end,
      case when l.collprovider = 'c' then 'lc_ctype = ' || quote_literal(l.collctype) end,
      -- Its name depends on the version.
      case when l.collprovider <> 'c' then 'locale = ' || quote_literal(
        coalesce(to_jsonb(l) ->> 'colllocale', to_jsonb(l) ->> 'colliculocale', l.collcollate)) end,
      'rules = ' || quote_literal(to_jsonb(l) ->> 'collicurules'),
      case when not l.collisdeterministic then 'deterministic = false' end) || ')' as definition,
  obj_description(l.oid, 'pg_collation') as comment
from pg_collation l
join pg_namespace n on n.oid = l.collnamespace
where n.nspname <> all ({0})
  and n.nspname !~ '^pg_(toast|temp)'
  and not exists (select 1 from pg_depend e where e.objid = l.oid and e.classid = 'pg_collation'::regclass and e.deptype = 'e')
